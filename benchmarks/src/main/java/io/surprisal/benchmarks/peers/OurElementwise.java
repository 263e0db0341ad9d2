package io.surprisal.benchmarks.peers;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;

/** One elementwise function through {@link Tensor}, opening and closing a scope included. */
final class OurElementwise implements Work {
    private final Backend backend = Backends.open("cpu");
    private final Tensor x;
    private final UnaryOperator<Tensor> function;

    OurElementwise(int count, UnaryOperator<Tensor> function) {
        this.x = backend.of(Inputs.positive(count));
        this.function = function;
    }

    @Override
    @SuppressWarnings("ReturnValueIgnored") // Computing it is the work; the scope frees it.
    public void run() {
        try (Scope scope = Scope.open()) {
            function.apply(x);
        }
    }

    @Override
    public double result() {
        try (Scope scope = Scope.open()) {
            return Inputs.meanSquare(function.apply(x).toFloats());
        }
    }

    @Override
    public void close() {
        backend.close();
    }
}
