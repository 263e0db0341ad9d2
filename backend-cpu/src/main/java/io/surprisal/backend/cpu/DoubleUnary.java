package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.UnaryOp;

/** Loops of one double argument over one block. Functions of {@link Math} cost a call for each element. */
@FunctionalInterface
interface DoubleUnary {
    /** y[i] = f(x[i]) for the first {@code n} elements. */
    void apply(double[] x, double[] y, int n);

    /** The loop of a function whose result has its argument's type. */
    static DoubleUnary of(UnaryOp op) {
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
                        y[i] = Math.floor(x[i]);
                    }
                };
            case CEIL ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.ceil(x[i]);
                    }
                };
            case ROUND ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.rint(x[i]);
                    }
                };
            case SQRT ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.sqrt(x[i]);
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
                        y[i] = 1 / x[i];
                    }
                };
            case SIN ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.sin(x[i]);
                    }
                };
            case COS ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.cos(x[i]);
                    }
                };
            case TAN ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.tan(x[i]);
                    }
                };
            case ASIN ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.asin(x[i]);
                    }
                };
            case ACOS ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.acos(x[i]);
                    }
                };
            case ATAN ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.atan(x[i]);
                    }
                };
            case SINH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.sinh(x[i]);
                    }
                };
            case COSH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.cosh(x[i]);
                    }
                };
            case ASINH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = RealArithmetic.asinh(x[i]);
                    }
                };
            case ACOSH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = RealArithmetic.acosh(x[i]);
                    }
                };
            case ATANH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = RealArithmetic.atanh(x[i]);
                    }
                };
            case RELU ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.max(x[i], 0);
                    }
                };
            case EXP ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.exp(x[i]);
                    }
                };
            case EXPM1 ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.expm1(x[i]);
                    }
                };
            case LOG ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.log(x[i]);
                    }
                };
            case LOG1P ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.log1p(x[i]);
                    }
                };
            case TANH ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.tanh(x[i]);
                    }
                };
            case SIGMOID ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = RealArithmetic.sigmoid(x[i]);
                    }
                };
            case SOFTPLUS ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = RealArithmetic.softplus(x[i]);
                    }
                };
            case IS_NAN, IS_FINITE, NOT ->
                throw new IllegalArgumentException(op.label() + ": not a function from double to double.");
        };
    }
}
