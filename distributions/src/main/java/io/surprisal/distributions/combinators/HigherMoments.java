package io.surprisal.distributions.combinators;

import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.tensor.Tensor;
import java.util.function.Supplier;

/** Moments up to the fourth that a combinator computes when asked. */
record HigherMoments(
        Supplier<Tensor> ofMean, Supplier<Tensor> ofVariance, Supplier<Tensor> ofSkewness, Supplier<Tensor> ofKurtosis)
        implements HasHigherMoments {
    @Override
    public Tensor mean() {
        return ofMean.get();
    }

    @Override
    public Tensor variance() {
        return ofVariance.get();
    }

    @Override
    public Tensor skewness() {
        return ofSkewness.get();
    }

    @Override
    public Tensor kurtosis() {
        return ofKurtosis.get();
    }
}
