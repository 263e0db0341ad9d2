package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.UnaryOp;

/** Derivative rules of the elementwise functions of one argument: cotangent g, argument x, result y. */
final class UnaryDerivatives {
    private UnaryDerivatives() {}

    /** Whether the derivative is anything but 0 almost everywhere. */
    static boolean exists(UnaryOp op) {
        return switch (op) {
            case SIGN, FLOOR, CEIL, ROUND, IS_NAN, IS_FINITE, NOT -> false;
            case NEG,
                    ABS,
                    EXP,
                    EXPM1,
                    LOG,
                    LOG1P,
                    SQRT,
                    SQUARE,
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
                    RELU -> true;
        };
    }

    static Tensor pullBack(UnaryOp op, Tensor g, Tensor x, Tensor y) {
        return switch (op) {
            case NEG -> g.neg();
            case ABS -> g.times(x.sign());
            case EXP -> g.times(y);
            // Not y + 1, which cancels in the left tail.
            case EXPM1 -> g.times(x.exp());
            case LOG -> g.div(x);
            case LOG1P -> g.div(x.plus(1));
            case SQRT -> g.times(0.5).div(y);
            case SQUARE -> g.times(x).times(2);
            case RECIPROCAL -> g.times(y.square()).neg();
            case SIN -> g.times(x.cos());
            case COS -> g.times(x.sin()).neg();
            case TAN -> g.times(y.square().plus(1));
            case ASIN -> g.div(oneMinusSquare(x).sqrt());
            case ACOS -> g.div(oneMinusSquare(x).sqrt()).neg();
            case ATAN -> g.div(x.square().plus(1));
            case SINH -> g.times(x.cosh());
            case COSH -> g.times(x.sinh());
            case TANH -> x.activationBackward(AffineActivation.TANH, g);
            case ASINH -> g.div(Hypotenuse.of(x, x.backend().scalar(1, x.dtype())));
            // √(x − 1)·√(x + 1), not √(x² − 1), which cancels near 1.
            case ACOSH -> g.div(x.minus(1).sqrt().times(x.plus(1).sqrt()));
            case ATANH -> g.div(oneMinusSquare(x));
            case SIGMOID -> x.activationBackward(AffineActivation.SIGMOID, g);
            case SOFTPLUS -> g.times(x.sigmoid());
            case RELU -> x.activationBackward(AffineActivation.RELU, g);
            case SIGN, FLOOR, CEIL, ROUND, IS_NAN, IS_FINITE, NOT ->
                throw new IllegalStateException(op.label() + ": is never recorded");
        };
    }

    /** 1 − x² as (1 − x)(1 + x), without cancellation near ±1. */
    private static Tensor oneMinusSquare(Tensor x) {
        return x.neg().plus(1).times(x.plus(1));
    }
}
