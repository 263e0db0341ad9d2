package io.surprisal.distributions.continuous;

import io.surprisal.tensor.Tensor;

/**
 * Which moments exist of a variable with P(|X| &gt; x) ~ x⁻ᵃ: those of order below a. A mean or variance of higher order is +∞; standardised
 * moments are +∞ while there is a variance to standardise by, and NaN beyond.
 *
 * @param index a
 */
record HeavyTail(Tensor index) {
    Tensor mean(Tensor value) {
        return below(1, value, number(Double.POSITIVE_INFINITY));
    }

    Tensor variance(Tensor value) {
        return below(2, value, number(Double.POSITIVE_INFINITY));
    }

    Tensor skewness(Tensor value) {
        return below(3, value, infiniteWithVariance());
    }

    Tensor kurtosis(Tensor value) {
        return below(4, value, infiniteWithVariance());
    }

    private Tensor infiniteWithVariance() {
        return below(2, number(Double.POSITIVE_INFINITY), number(Double.NaN));
    }

    private Tensor below(double order, Tensor value, Tensor otherwise) {
        return Tensor.where(index.greater(order), value, otherwise);
    }

    private Tensor number(double value) {
        return index.backend().scalar(value, index.dtype());
    }
}
