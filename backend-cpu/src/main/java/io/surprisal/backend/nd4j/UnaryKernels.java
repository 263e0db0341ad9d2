package io.surprisal.backend.nd4j;

import io.surprisal.tensor.spi.UnaryOp;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.transforms.bool.IsFinite;
import org.nd4j.linalg.api.ops.impl.transforms.bool.IsNaN;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Ceil;
import org.nd4j.linalg.api.ops.impl.transforms.same.Floor;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Reciprocal;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.same.Square;
import org.nd4j.linalg.api.ops.impl.transforms.strict.ACos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.ACosh;
import org.nd4j.linalg.api.ops.impl.transforms.strict.ASin;
import org.nd4j.linalg.api.ops.impl.transforms.strict.ATan;
import org.nd4j.linalg.api.ops.impl.transforms.strict.ATanh;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cosh;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Rint;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sin;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sinh;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tan;
import org.nd4j.linalg.factory.Nd4j;

/** Functions of one argument. */
final class UnaryKernels {
    private UnaryKernels() {}

    /** Null where ND4J cannot compute it to the interface's promises. */
    static @Nullable INDArray apply(UnaryOp op, INDArray x) {
        try (Workbench bench = Workbench.open()) {
            INDArray result = result(bench, op, x);
            return result == null ? null : bench.keep(result);
        }
    }

    private static @Nullable INDArray result(Workbench bench, UnaryOp op, INDArray x) {
        return switch (op) {
            case NEG -> bench.map(Negative::new, x);
            case ABS -> bench.map(Abs::new, x);
            case SIGN -> x.dataType().isFPType() ? AccurateMath.sign(bench, x) : bench.map(Sign::new, x);
            case FLOOR -> bench.map(Floor::new, x);
            case CEIL -> bench.map(Ceil::new, x);
            case ROUND -> bench.map(Rint::new, x);
            case EXP -> bench.map(Exp::new, x);
            case EXPM1 -> inDouble(bench, x, AccurateMath::expm1);
            case LOG -> bench.map(Log::new, x);
            case LOG1P -> inDouble(bench, x, AccurateMath::log1p);
            case SQRT -> bench.map(Sqrt::new, x);
            case SQUARE -> bench.map(Square::new, x);
            case RECIPROCAL -> bench.map(Reciprocal::new, x);
            case SIN -> bench.map(Sin::new, x);
            case COS -> bench.map(Cos::new, x);
            case TAN -> bench.map(Tan::new, x);
            case ASIN -> bench.map(ASin::new, x);
            case ACOS -> bench.map(ACos::new, x);
            case ATAN -> bench.map(ATan::new, x);
            case SINH -> bench.map(Sinh::new, x);
            case COSH -> bench.map(Cosh::new, x);
            case TANH -> onlySingle(bench, x, AccurateMath::tanh);
            case ASINH -> onlySingle(bench, x, AccurateMath::asinh);
            case ACOSH -> bench.map(ACosh::new, x);
            case ATANH -> bench.map(ATanh::new, x);
            case SIGMOID -> inDouble(bench, x, AccurateMath::sigmoid);
            case SOFTPLUS -> inDouble(bench, x, AccurateMath::softplus);
            case RELU -> AccurateMath.relu(bench, x);
            case IS_NAN -> test(bench, x, IsNaN::new);
            case IS_FINITE -> test(bench, x, IsFinite::new);
            case NOT -> bench.run("boolean_not", DataType.BOOL, Types.shape(x), x);
        };
    }

    private static INDArray inDouble(Workbench bench, INDArray x, BiFunction<Workbench, INDArray, INDArray> function) {
        return bench.cast(function.apply(bench, bench.cast(x, DataType.DOUBLE)), x.dataType());
    }

    /** For a function that is accurate enough, or does not overflow, only where it is rounded to single precision. */
    private static @Nullable INDArray onlySingle(
            Workbench bench, INDArray x, BiFunction<Workbench, INDArray, INDArray> function) {
        return x.dataType() == DataType.FLOAT ? inDouble(bench, x, function) : null;
    }

    private static INDArray test(Workbench bench, INDArray x, BiFunction<INDArray, INDArray, Op> operation) {
        INDArray result = bench.make(DataType.BOOL, Types.shape(x));
        Nd4j.getExecutioner().exec(operation.apply(x, result));
        return result;
    }
}
