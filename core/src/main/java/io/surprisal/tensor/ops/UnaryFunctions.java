package io.surprisal.tensor.ops;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/** What a {@link UnaryOp} computes of one element; a predicate gives 1 or 0. */
final class UnaryFunctions {
    private UnaryFunctions() {}

    static DoubleUnaryOperator ofReals(UnaryOp op) {
        return switch (op) {
            case NEG -> x -> -x;
            case ABS -> Math::abs;
            case SIGN -> Math::signum;
            case FLOOR -> Math::floor;
            case CEIL -> Math::ceil;
            case ROUND -> Math::rint;
            case EXP -> StrictMath::exp;
            case EXPM1 -> StrictMath::expm1;
            case LOG -> StrictMath::log;
            case LOG1P -> StrictMath::log1p;
            case SQRT -> Math::sqrt;
            case SQUARE -> x -> x * x;
            case RECIPROCAL -> x -> 1 / x;
            case SIN -> StrictMath::sin;
            case COS -> StrictMath::cos;
            case TAN -> StrictMath::tan;
            case ASIN -> StrictMath::asin;
            case ACOS -> StrictMath::acos;
            case ATAN -> StrictMath::atan;
            case SINH -> StrictMath::sinh;
            case COSH -> StrictMath::cosh;
            case TANH -> StrictMath::tanh;
            case ASINH -> ElementaryFunctions::asinh;
            case ACOSH -> ElementaryFunctions::acosh;
            case ATANH -> ElementaryFunctions::atanh;
            case SIGMOID -> ElementaryFunctions::sigmoid;
            case SOFTPLUS -> ElementaryFunctions::softplus;
            case RELU -> x -> Math.max(x, 0);
            case IS_NAN -> x -> Double.isNaN(x) ? 1 : 0;
            case IS_FINITE -> x -> Double.isFinite(x) ? 1 : 0;
            case NOT -> throw refused(op, "BOOL");
        };
    }

    /** Computed in 64 bits: the low 32 of them are what 32-bit arithmetic gives. */
    static LongUnaryOperator ofIntegers(UnaryOp op) {
        return switch (op) {
            case NEG -> x -> -x;
            case ABS -> x -> x < 0 ? -x : x;
            case SIGN -> Long::signum;
            case SQUARE -> x -> x * x;
            case NOT -> x -> 1 - x;
            case FLOOR,
                    CEIL,
                    ROUND,
                    EXP,
                    EXPM1,
                    LOG,
                    LOG1P,
                    SQRT,
                    RECIPROCAL,
                    SIN,
                    COS,
                    TAN,
                    ASIN,
                    ACOS,
                    ATAN,
                    SINH,
                    COSH,
                    TANH,
                    ASINH,
                    ACOSH,
                    ATANH,
                    SIGMOID,
                    SOFTPLUS,
                    RELU,
                    IS_NAN,
                    IS_FINITE -> throw refused(op, "floating elements");
        };
    }

    private static IllegalArgumentException refused(UnaryOp op, String takes) {
        return new IllegalArgumentException(
                op.label() + ": takes " + takes + ". Call it through Tensor, which checks types.");
    }
}
