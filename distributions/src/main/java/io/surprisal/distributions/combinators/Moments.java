package io.surprisal.distributions.combinators;

import io.surprisal.distributions.HasMoments;
import io.surprisal.tensor.Tensor;
import java.util.function.Supplier;

/** Moments that a combinator computes when asked. */
record Moments(Supplier<Tensor> ofMean, Supplier<Tensor> ofVariance) implements HasMoments {
    @Override
    public Tensor mean() {
        return ofMean.get();
    }

    @Override
    public Tensor variance() {
        return ofVariance.get();
    }
}
