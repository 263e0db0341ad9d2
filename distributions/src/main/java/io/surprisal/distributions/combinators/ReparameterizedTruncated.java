package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A {@link Truncated} of continuous numbers. */
final class ReparameterizedTruncated extends Truncated implements Reparameterized {
    ReparameterizedTruncated(Univariate base, Tensor low, Tensor high) {
        super(base, low, high);
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> drawn(key, sampleShape));
    }
}
