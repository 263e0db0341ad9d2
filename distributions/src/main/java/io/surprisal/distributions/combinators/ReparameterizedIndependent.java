package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** An {@link Independent} over a base with differentiable draws, which has them too. */
public final class ReparameterizedIndependent extends Independent implements Reparameterized {
    private final Reparameterized base;

    ReparameterizedIndependent(Reparameterized base, int axes) {
        super(base, axes);
        this.base = base;
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return base.rsample(key, sampleShape);
    }
}
