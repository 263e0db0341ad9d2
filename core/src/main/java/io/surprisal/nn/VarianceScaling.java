package io.surprisal.nn;

import io.surprisal.random.Draws;
import io.surprisal.tensor.Scope;
import java.util.function.ToDoubleFunction;

/** Weights with mean 0 and a variance that depends on the fans. */
final class VarianceScaling {
    private VarianceScaling() {}

    static Initialiser normal(ToDoubleFunction<Fans> variance) {
        return (key, backend, shape, dtype, fans) -> Scope.tidy(
                () -> Draws.normal(key, backend, shape, dtype).times(Math.sqrt(variance.applyAsDouble(fans))));
    }

    /** Uniform on ±√(3·variance). */
    static Initialiser uniform(ToDoubleFunction<Fans> variance) {
        return (key, backend, shape, dtype, fans) -> {
            double limit = Math.sqrt(3 * variance.applyAsDouble(fans));
            return Scope.tidy(() ->
                    Draws.uniform(key, backend, shape, dtype).times(2 * limit).minus(limit));
        };
    }
}
