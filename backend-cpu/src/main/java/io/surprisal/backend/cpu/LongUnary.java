package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.UnaryOp;

/** Loops of one whole-number argument over one block, truth values being 0 or 1. */
@FunctionalInterface
interface LongUnary {
    /** y[i] = f(x[i]) for the first {@code n} elements. */
    void apply(long[] x, long[] y, int n);

    /** The loop of a function of whole numbers. */
    static LongUnary of(UnaryOp op) {
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
                        y[i] = Long.signum(x[i]);
                    }
                };
            case SQUARE ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = x[i] * x[i];
                    }
                };
            case NOT ->
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = x[i] ^ 1;
                    }
                };
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
                    IS_FINITE -> throw new IllegalArgumentException(op.label() + ": not a function of whole numbers.");
        };
    }
}
