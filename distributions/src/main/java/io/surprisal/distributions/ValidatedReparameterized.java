package io.surprisal.distributions;

import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A {@link Validated} distribution with differentiable draws. */
final class ValidatedReparameterized extends Validated implements Reparameterized {
    private final Reparameterized moving;

    ValidatedReparameterized(Reparameterized moving) {
        super(moving);
        this.moving = moving;
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return moving.rsample(key, sampleShape);
    }
}
