package io.surprisal.tensor.reference;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.spi.UnaryOp;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/** Functions of one argument, element by element; a predicate gives 1 or 0, which becomes BOOL. */
final class UnaryFunctions {
    private UnaryFunctions() {}

    static ReferenceArray apply(UnaryOp op, ReferenceArray a) {
        if (!a.dtype().isFloating()) {
            long[] x = a.integers();
            long[] result = new long[x.length];
            LongUnaryOperator function = ofIntegers(op);
            for (int i = 0; i < result.length; i++) {
                result[i] = function.applyAsLong(x[i]);
            }
            return ReferenceArray.ofIntegers(result, a.shape(), a.dtype());
        }
        double[] x = a.reals();
        double[] result = new double[x.length];
        DoubleUnaryOperator function = ofReals(op);
        for (int i = 0; i < result.length; i++) {
            result[i] = function.applyAsDouble(x[i]);
        }
        boolean predicate = op == UnaryOp.IS_NAN || op == UnaryOp.IS_FINITE;
        return ReferenceArray.ofReals(result, a.shape(), predicate ? DType.BOOL : a.dtype());
    }

    private static DoubleUnaryOperator ofReals(UnaryOp op) {
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
    private static LongUnaryOperator ofIntegers(UnaryOp op) {
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
