package io.surprisal.nn;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Normal weights of one standard deviation, whatever the fans. */
record NormalWeight(double scale) implements Initialiser {
    NormalWeight {
        LayerRules.requireFinite("Initialiser.normal", "scale", scale);
        if (scale < 0) {
            throw new IllegalArgumentException("Initialiser.normal: scale must not be negative, but is " + scale
                    + ". It is a standard deviation.");
        }
    }

    @Override
    public Tensor draw(RandomKey key, Backend backend, Shape shape, DType dtype, Fans fans) {
        return Scope.tidy(() -> Draws.normal(key, backend, shape, dtype).times(scale));
    }
}
