package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.BinaryOp;

/** Loops of two float arguments over one block; each is small enough for the compiler to vectorise. */
@FunctionalInterface
interface FloatBinary {
    /** z[i] = f(x[i], y[i]) for the first {@code n} elements. */
    void apply(float[] x, float[] y, float[] z, int n);

    /** The loop of an operation whose result has its arguments' type. */
    static FloatBinary of(BinaryOp op) {
        return switch (op) {
            case PLUS ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = x[i] + y[i];
                    }
                };
            case MINUS ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = x[i] - y[i];
                    }
                };
            case TIMES ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = x[i] * y[i];
                    }
                };
            case DIV ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = x[i] / y[i];
                    }
                };
            case REMAINDER ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (float) RealArithmetic.remainder(x[i], y[i]);
                    }
                };
            case POW ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (float) RealArithmetic.pow(x[i], y[i]);
                    }
                };
            case ATAN2 ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (float) Math.atan2(x[i], y[i]);
                    }
                };
            case MAX ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = Math.max(x[i], y[i]);
                    }
                };
            case MIN ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = Math.min(x[i], y[i]);
                    }
                };
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR ->
                throw new IllegalArgumentException(op.label() + ": not arithmetic of float elements.");
        };
    }
}
