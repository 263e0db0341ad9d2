package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.BinaryOp;

/** Loops of two BOOL arguments over one block; bytes are 0 or 1. */
@FunctionalInterface
interface ByteBinary {
    /** z[i] = f(x[i], y[i]) for the first {@code n} elements. */
    void apply(byte[] x, byte[] y, byte[] z, int n);

    /** The loop of an operation on truth values. */
    static ByteBinary of(BinaryOp op) {
        return switch (op) {
            case EQUAL ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (byte) (x[i] ^ y[i] ^ 1);
                    }
                };
            case NOT_EQUAL, XOR ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (byte) (x[i] ^ y[i]);
                    }
                };
            case AND ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (byte) (x[i] & y[i]);
                    }
                };
            case OR ->
                (x, y, z, n) -> {
                    for (int i = 0; i < n; i++) {
                        z[i] = (byte) (x[i] | y[i]);
                    }
                };
            case PLUS, MINUS, TIMES, DIV, REMAINDER, POW, ATAN2, MAX, MIN, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
                throw new IllegalArgumentException(op.label() + ": not an operation on BOOL.");
        };
    }
}
