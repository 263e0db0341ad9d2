package io.surprisal.distributions;

import io.surprisal.tensor.Tensor;

/**
 * Distributions of numbers whose third and fourth standardised moments are known; each of the batch shape. NaN where undefined:
 * where the variance is 0 or infinite, and where the third moment is infinite on both sides; +∞ where a moment of a finite variance is infinite.
 */
public interface HasHigherMoments extends HasMoments {
    /** {@return E[((X − mean)/σ)³]} */
    Tensor skewness();

    /** {@return E[((X − mean)/σ)⁴] − 3, the excess kurtosis, which is 0 for normal distributions} */
    Tensor kurtosis();
}
