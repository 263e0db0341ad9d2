package io.surprisal.backend.nd4j;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.conditions.Condition;
import org.nd4j.linalg.indexing.conditions.Conditions;

/** Functions of two arguments; ND4J's named operations broadcast as NumPy does. */
final class BinaryKernels {
    private BinaryKernels() {}

    /** Null where ND4J cannot compute it to the interface's promises. */
    static @Nullable INDArray apply(BinaryOp op, INDArray a, INDArray b, Shape out) {
        try (Workbench bench = Workbench.open()) {
            INDArray result = result(bench, op, a, b, out);
            return result == null ? null : bench.keep(result);
        }
    }

    private static @Nullable INDArray result(Workbench bench, BinaryOp op, INDArray left, INDArray right, Shape out) {
        INDArray a = Layout.ranked(left, out.rank());
        INDArray b = Layout.ranked(right, out.rank());
        boolean floating = a.dataType().isFPType();
        return switch (op) {
            case PLUS -> bench.run("add", a.dataType(), out, a, b);
            case MINUS -> bench.run("subtract", a.dataType(), out, a, b);
            case TIMES -> bench.run("multiply", a.dataType(), out, a, b);
            // The processor's integer division traps on MIN_VALUE / −1, and ND4J lets the trap end the process.
            case DIV -> floating ? bench.run("divide", a.dataType(), out, a, b) : null;
            // ND4J's floormod is NaN for an infinite divisor, and cancels where fmod is exact.
            case REMAINDER -> null;
            case POW -> bench.run("Pow", a.dataType(), out, a, b);
            case ATAN2 -> bench.run("tf_atan2", a.dataType(), out, a, b);
            case MAX -> extreme(bench, "maximum", a, b, out);
            case MIN -> extreme(bench, "minimum", a, b, out);
            case EQUAL -> bench.run("equals", DataType.BOOL, out, a, b);
            case NOT_EQUAL -> bench.run("not_equals", DataType.BOOL, out, a, b);
            case LESS -> bench.run("less", DataType.BOOL, out, a, b);
            case LESS_EQUAL -> bench.run("less_equal", DataType.BOOL, out, a, b);
            case GREATER -> bench.run("greater", DataType.BOOL, out, a, b);
            case GREATER_EQUAL -> bench.run("greater_equal", DataType.BOOL, out, a, b);
            case AND -> bench.run("boolean_and", DataType.BOOL, out, a, b);
            case OR -> bench.run("boolean_or", DataType.BOOL, out, a, b);
            case XOR -> bench.run("boolean_xor", DataType.BOOL, out, a, b);
        };
    }

    /** ND4J's answer to a NaN depends on the order of the arguments, so NaNs are put in afterwards. */
    private static INDArray extreme(Workbench bench, String operation, INDArray a, INDArray b, Shape out) {
        INDArray left = Layout.broadcast(bench, a, out);
        INDArray right = Layout.broadcast(bench, b, out);
        INDArray value = bench.alike(operation, left, right);
        if (!a.dataType().isFPType()) {
            return value;
        }
        Condition isNumber = Conditions.absGreaterThanOrEqual(0);
        return bench.replace(left, bench.replace(right, value, isNumber), isNumber);
    }
}
