package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A {@link TransformedEvents} of a base with differentiable draws, which has them too. */
final class ReparameterizedTransformedEvents extends TransformedEvents implements Reparameterized {
    private final Reparameterized base;

    ReparameterizedTransformedEvents(Reparameterized base, Bijector bijector) {
        super(base, bijector);
        this.base = base;
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> drawn(sampleShape, shape -> base.rsample(key, shape)));
    }
}
