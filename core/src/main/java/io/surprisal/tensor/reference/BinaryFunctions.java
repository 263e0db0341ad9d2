package io.surprisal.tensor.reference;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.BinaryOp;
import io.surprisal.tensor.spi.Offsets;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Functions of two arguments, element by element with broadcasting; a comparison gives 1 or 0, which becomes BOOL. */
final class BinaryFunctions {
    private BinaryFunctions() {}

    static ReferenceArray apply(BinaryOp op, ReferenceArray a, ReferenceArray b, Shape out) {
        int[] atA = Offsets.broadcast(a.shape(), out);
        int[] atB = Offsets.broadcast(b.shape(), out);
        DType dtype = op.isComparison() ? DType.BOOL : a.dtype();
        if (!a.dtype().isFloating()) {
            long[] x = a.integers();
            long[] y = b.integers();
            long[] result = new long[out.size()];
            LongBinaryOperator function = ofIntegers(op);
            for (int i = 0; i < result.length; i++) {
                result[i] = function.applyAsLong(x[atA[i]], y[atB[i]]);
            }
            return ReferenceArray.ofIntegers(result, out, dtype);
        }
        double[] x = a.reals();
        double[] y = b.reals();
        double[] result = new double[out.size()];
        DoubleBinaryOperator function = ofReals(op);
        for (int i = 0; i < result.length; i++) {
            result[i] = function.applyAsDouble(x[atA[i]], y[atB[i]]);
        }
        return ReferenceArray.ofReals(result, out, dtype);
    }

    private static DoubleBinaryOperator ofReals(BinaryOp op) {
        return switch (op) {
            case PLUS -> Double::sum;
            case MINUS -> (x, y) -> x - y;
            case TIMES -> (x, y) -> x * y;
            case DIV -> (x, y) -> x / y;
            case REMAINDER -> ElementaryFunctions::remainder;
            case POW -> ElementaryFunctions::pow;
            case ATAN2 -> StrictMath::atan2;
            case MAX -> Math::max;
            case MIN -> Math::min;
            case EQUAL -> (x, y) -> x == y ? 1 : 0;
            case NOT_EQUAL -> (x, y) -> x != y ? 1 : 0;
            case LESS -> (x, y) -> x < y ? 1 : 0;
            case LESS_EQUAL -> (x, y) -> x <= y ? 1 : 0;
            case GREATER -> (x, y) -> x > y ? 1 : 0;
            case GREATER_EQUAL -> (x, y) -> x >= y ? 1 : 0;
            case AND, OR, XOR -> throw refused(op, "BOOL");
        };
    }

    /** Computed in 64 bits: the low 32 of them are what 32-bit arithmetic gives. */
    private static LongBinaryOperator ofIntegers(BinaryOp op) {
        return switch (op) {
            case PLUS -> Long::sum;
            case MINUS -> (x, y) -> x - y;
            case TIMES -> (x, y) -> x * y;
            case DIV -> (x, y) -> x / y;
            case REMAINDER -> Math::floorMod;
            case MAX -> Math::max;
            case MIN -> Math::min;
            case EQUAL -> (x, y) -> x == y ? 1 : 0;
            case NOT_EQUAL -> (x, y) -> x != y ? 1 : 0;
            case LESS -> (x, y) -> x < y ? 1 : 0;
            case LESS_EQUAL -> (x, y) -> x <= y ? 1 : 0;
            case GREATER -> (x, y) -> x > y ? 1 : 0;
            case GREATER_EQUAL -> (x, y) -> x >= y ? 1 : 0;
            case AND -> (x, y) -> x & y;
            case OR -> (x, y) -> x | y;
            case XOR -> (x, y) -> x ^ y;
            case POW, ATAN2 -> throw refused(op, "floating elements");
        };
    }

    private static IllegalArgumentException refused(BinaryOp op, String takes) {
        return new IllegalArgumentException(
                op.label() + ": takes " + takes + ". Call it through Tensor, which checks types.");
    }
}
