package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Continuous numbers transformed by a monotone map. */
final class ReparameterizedTransformedNumbers extends TransformedNumbers implements Reparameterized {
    ReparameterizedTransformedNumbers(Univariate base, Bijector bijector, DType rounding) {
        super("Transformed", base, bijector, rounding);
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> drawn(key, sampleShape));
    }
}
