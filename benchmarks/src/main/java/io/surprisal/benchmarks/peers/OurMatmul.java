package io.surprisal.benchmarks.peers;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/** A matrix product through {@link Tensor}, opening and closing a scope included. */
final class OurMatmul implements Work {
    private final Backend backend = Backends.open("cpu");
    private final Tensor left;
    private final Tensor right;

    OurMatmul(int rows, int inner, int columns) {
        left = backend.of(Inputs.normal(0, rows * inner, 1), rows, inner);
        right = backend.of(Inputs.normal(1, inner * columns, 1), inner, columns);
    }

    @Override
    @SuppressWarnings("ReturnValueIgnored") // Computing it is the work; the scope frees it.
    public void run() {
        try (Scope scope = Scope.open()) {
            left.matmul(right);
        }
    }

    @Override
    public double result() {
        try (Scope scope = Scope.open()) {
            return Inputs.meanSquare(left.matmul(right).toFloats());
        }
    }

    @Override
    public void close() {
        backend.close();
    }
}
