package io.surprisal.tensor.ops;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** What a {@link BinaryOp} computes of two elements; a comparison gives 1 or 0. */
final class BinaryFunctions {
    private BinaryFunctions() {}

    static DoubleBinaryOperator ofReals(BinaryOp op) {
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
    static LongBinaryOperator ofIntegers(BinaryOp op) {
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
