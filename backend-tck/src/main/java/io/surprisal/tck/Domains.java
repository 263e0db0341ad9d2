package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.UnaryOp;
import java.util.EnumSet;
import java.util.Set;

/** The element types that each operation takes. */
final class Domains {
    static final Set<DType> FLOATING = EnumSet.of(DType.FLOAT32, DType.FLOAT64);
    static final Set<DType> NUMBERS = EnumSet.complementOf(EnumSet.of(DType.BOOL));

    private Domains() {}

    static Set<DType> of(UnaryOp op) {
        return switch (op) {
            case NEG, ABS, SIGN, SQUARE -> NUMBERS;
            case NOT -> EnumSet.of(DType.BOOL);
            case FLOOR, CEIL, ROUND, SQRT, RECIPROCAL, SIGMOID, SOFTPLUS, RELU, IS_NAN, IS_FINITE -> FLOATING;
            case EXP, EXPM1, LOG, LOG1P, SIN, COS, TAN, ASIN, ACOS, ATAN -> FLOATING;
            case SINH, COSH, TANH, ASINH, ACOSH, ATANH -> FLOATING;
        };
    }

    static Set<DType> of(BinaryOp op) {
        return switch (op) {
            case AND, OR, XOR -> EnumSet.of(DType.BOOL);
            case POW, ATAN2 -> FLOATING;
            case PLUS, MINUS, TIMES, DIV, REMAINDER, MAX, MIN -> NUMBERS;
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> NUMBERS;
            case EQUAL, NOT_EQUAL -> EnumSet.allOf(DType.class);
        };
    }
}
