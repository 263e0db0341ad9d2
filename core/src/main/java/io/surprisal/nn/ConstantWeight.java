package io.surprisal.nn;

import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** One number everywhere. */
record ConstantWeight(double value) implements Initialiser {
    ConstantWeight {
        LayerRules.requireFinite("Initialiser.constant", "value", value);
    }

    @Override
    public Tensor draw(RandomKey key, Backend backend, Shape shape, DType dtype, Fans fans) {
        return backend.full(shape, dtype, value);
    }
}
