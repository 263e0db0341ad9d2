package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.BinaryOp;

/** Loops of two long arguments over one block; each is small enough for the compiler to vectorise. */
@FunctionalInterface
interface LongBinary {
    /** z[i] = f(x[i], y[i]) for the first {@code n} elements. */
    void apply(long[] x, long[] y, long[] z, int n);

    /** The loop of an operation whose result has its arguments' type. */
    static LongBinary of(BinaryOp op) {
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
                        z[i] = Math.floorMod(x[i], y[i]);
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
            case POW, ATAN2, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR ->
                throw new IllegalArgumentException(op.label() + ": not arithmetic of long elements.");
        };
    }
}
