package io.surprisal.contract;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A normal distribution, of which a flaw overrides one function. */
class DelegatingNormal extends Delegating<Normal> implements Reparameterized, HasEntropy, HasHigherMoments, HasMode {
    DelegatingNormal(Tensor mean, Tensor scale) {
        super(Normal.unchecked(mean, scale));
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return base.rsample(key, sampleShape);
    }

    @Override
    public Tensor entropy() {
        return base.entropy();
    }

    @Override
    public Tensor mean() {
        return base.mean();
    }

    @Override
    public Tensor variance() {
        return base.variance();
    }

    @Override
    public Tensor skewness() {
        return base.skewness();
    }

    @Override
    public Tensor kurtosis() {
        return base.kurtosis();
    }

    @Override
    public Tensor mode() {
        return base.mode();
    }
}
