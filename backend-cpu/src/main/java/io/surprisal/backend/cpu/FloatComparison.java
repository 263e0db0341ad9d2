package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.BinaryOp;

/** Comparisons of float elements over one block, to 1 where true and 0 elsewhere. */
@FunctionalInterface
interface FloatComparison {
    /** z[i] = x[i] ∘ y[i] for the first {@code n} elements. */
    void apply(float[] x, float[] y, byte[] z, int n);

    /** The loop of a comparison. */
    static FloatComparison of(BinaryOp op) {
        return switch (op) {
            case EQUAL ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (byte) (x[i] == y[i] ? 1 : 0);
                    }
                };
            case NOT_EQUAL ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (byte) (x[i] != y[i] ? 1 : 0);
                    }
                };
            case LESS ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (byte) (x[i] < y[i] ? 1 : 0);
                    }
                };
            case LESS_EQUAL ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (byte) (x[i] <= y[i] ? 1 : 0);
                    }
                };
            case GREATER ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (byte) (x[i] > y[i] ? 1 : 0);
                    }
                };
            case GREATER_EQUAL ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (byte) (x[i] >= y[i] ? 1 : 0);
                    }
                };
            case PLUS, MINUS, TIMES, DIV, REMAINDER, POW, ATAN2, MAX, MIN, AND, OR, XOR ->
                throw new IllegalArgumentException(op.label() + ": not a comparison.");
        };
    }
}
