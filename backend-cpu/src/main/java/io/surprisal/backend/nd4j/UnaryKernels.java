package io.surprisal.backend.nd4j;

import io.surprisal.tensor.ops.UnaryOp;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
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
import org.nd4j.linalg.indexing.conditions.Conditions;

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
            case SIGN -> sign(bench, x);
            case FLOOR -> bench.map(Floor::new, x);
            case CEIL -> bench.map(Ceil::new, x);
            case ROUND -> bench.map(Rint::new, x);
            case EXP -> bench.map(Exp::new, x);
            case EXPM1 -> single(bench, x, SingleMath::expm1);
            case LOG -> bench.map(Log::new, x);
            case LOG1P -> single(bench, x, SingleMath::log1p);
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
            case TANH -> single(bench, x, SingleMath::tanh);
            case ASINH -> single(bench, x, SingleMath::asinh);
            case ACOSH -> bench.map(ACosh::new, x);
            case ATANH -> bench.map(ATanh::new, x);
            case SIGMOID -> single(bench, x, SingleMath::sigmoid);
            case SOFTPLUS -> single(bench, x, SingleMath::softplus);
            case RELU -> bench.map(RectifiedLinear::new, x);
            case IS_NAN -> test(bench, x, IsNaN::new);
            case IS_FINITE -> test(bench, x, IsFinite::new);
            case NOT -> bench.run("boolean_not", DataType.BOOL, Types.shape(x), x);
        };
    }

    /** ND4J makes NaN and −0 to 0; what is not beyond 0 stays. */
    private static INDArray sign(Workbench bench, INDArray x) {
        INDArray sign = bench.map(Sign::new, x);
        return x.dataType().isFPType() ? bench.replace(x, sign, Conditions.absGreaterThan(0)) : sign;
    }

    /** Null in double precision, where there are no digits to spare. */
    private static @Nullable INDArray single(
            Workbench bench, INDArray x, BiFunction<Workbench, INDArray, INDArray> function) {
        return x.dataType() == DataType.FLOAT
                ? bench.cast(function.apply(bench, bench.cast(x, DataType.DOUBLE)), DataType.FLOAT)
                : null;
    }

    private static INDArray test(Workbench bench, INDArray x, BiFunction<INDArray, INDArray, Op> operation) {
        INDArray result = bench.make(DataType.BOOL, Types.shape(x));
        Nd4j.getExecutioner().exec(operation.apply(x, result));
        return result;
    }
}
