package io.surprisal.nn;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Weights uniform between two numbers. */
record UniformBetween(double low, double high) implements Initialiser {
    UniformBetween {
        LayerRules.requireFinite("Initialiser.uniform", "low", low);
        LayerRules.requireFinite("Initialiser.uniform", "high", high);
        if (low > high) {
            throw new IllegalArgumentException(
                    "Initialiser.uniform: low " + low + " must not exceed high " + high + ". Exchange them?");
        }
        LayerRules.requireFinite("Initialiser.uniform", "high − low", high - low);
    }

    @Override
    public Tensor draw(RandomKey key, Backend backend, Shape shape, DType dtype, Fans fans) {
        return Scope.tidy(() ->
                Draws.uniform(key, backend, shape, dtype).times(high - low).plus(low));
    }
}
