package io.surprisal.benchmarks.peers;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Standard normal draws, under a new key each time. */
final class OurNormals implements Work {
    private final Backend backend = Backends.open("cpu");
    private final RandomKey key = RandomKey.of(1);
    private final Shape shape;
    private long runs;

    OurNormals(int count) {
        shape = Shape.of(count);
    }

    @Override
    @SuppressWarnings("ReturnValueIgnored") // Drawing is the work; the scope frees what was drawn.
    public void run() {
        try (Scope scope = Scope.open()) {
            draw();
        }
    }

    private Tensor draw() {
        return Draws.normal(key.foldIn(runs++), backend, shape);
    }

    @Override
    public double result() {
        try (Scope scope = Scope.open()) {
            return Inputs.meanSquare(draw().toFloats());
        }
    }

    @Override
    public void close() {
        backend.close();
    }
}
