package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.UnaryOp;

/** Loops of one float argument over one block. Functions without a vectorised form here go through double precision, which rounds them once. */
@FunctionalInterface
interface FloatUnary {
    /** y[i] = f(x[i]) for the first {@code n} elements. */
    void apply(float[] x, float[] y, int n);

    /** The loop of a function whose result has its argument's type; {@code elementary} holds those that need workspace. */
    static FloatUnary of(UnaryOp op, FloatElementary elementary) {
        return switch (op) {
            case NEG ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = -x[i];
                    }
                };
            case ABS ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.abs(x[i]);
                    }
                };
            case SIGN ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.signum(x[i]);
                    }
                };
            case FLOOR ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.floor(x[i]);
                    }
                };
            case CEIL ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.ceil(x[i]);
                    }
                };
            case ROUND ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.rint(x[i]);
                    }
                };
            case SQRT ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.sqrt(x[i]);
                    }
                };
            case SQUARE ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = x[i] * x[i];
                    }
                };
            case RECIPROCAL ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = 1f / x[i];
                    }
                };
            case SIN ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.sin(x[i]);
                    }
                };
            case COS ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.cos(x[i]);
                    }
                };
            case TAN ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.tan(x[i]);
                    }
                };
            case ASIN ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.asin(x[i]);
                    }
                };
            case ACOS ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.acos(x[i]);
                    }
                };
            case ATAN ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.atan(x[i]);
                    }
                };
            case SINH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.sinh(x[i]);
                    }
                };
            case COSH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) Math.cosh(x[i]);
                    }
                };
            case ASINH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) RealArithmetic.asinh(x[i]);
                    }
                };
            case ACOSH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) RealArithmetic.acosh(x[i]);
                    }
                };
            case ATANH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = (float) RealArithmetic.atanh(x[i]);
                    }
                };
            case RELU ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.max(x[i], 0f);
                    }
                };
            case EXP -> elementary.exponential()::exp;
            case EXPM1 -> elementary.exponential()::expm1;
            case LOG -> elementary.logarithm()::log;
            case LOG1P -> elementary.logarithm()::log1p;
            case TANH -> elementary.logistic()::tanh;
            case SIGMOID -> elementary.logistic()::sigmoid;
            case SOFTPLUS -> elementary.logistic()::softplus;
            case IS_NAN, IS_FINITE, NOT ->
                throw new IllegalArgumentException(op.label() + ": not a function from float to float.");
        };
    }
}
