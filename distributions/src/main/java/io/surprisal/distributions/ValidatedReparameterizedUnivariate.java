package io.surprisal.distributions;

import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A {@link Validated} distribution of numbers with known tails and differentiable draws. */
final class ValidatedReparameterizedUnivariate extends ValidatedUnivariate implements Reparameterized {
    private final Reparameterized moving;

    ValidatedReparameterizedUnivariate(Univariate numbers, Reparameterized moving) {
        super(numbers);
        this.moving = moving;
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return moving.rsample(key, sampleShape);
    }
}
