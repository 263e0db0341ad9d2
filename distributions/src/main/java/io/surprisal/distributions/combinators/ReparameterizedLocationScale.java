package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Affine;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A {@link LocationScale} of continuous numbers. */
final class ReparameterizedLocationScale extends LocationScale implements Reparameterized {
    ReparameterizedLocationScale(Univariate base, Affine map, DType rounding) {
        super(base, map, rounding);
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> drawn(key, sampleShape));
    }
}
