package io.surprisal.distributions.continuous;

import io.surprisal.tensor.Tensor;

/**
 * Entropy and moments of the length of a vector of two standard normal variables with a mean of length a: by quadrature, and for large a by the
 * first two terms in 1/a² by which they differ from those of the normal distribution. The third terms were found to be below 2a⁻⁶.
 *
 * @param a not negative
 */
record RiceMoments(Tensor a) {
    private static final double LARGE = 500;

    /** ½ log 2πe. */
    private static final double NORMAL_ENTROPY = MillsRatio.HALF_LOG_TWO_PI + 0.5;

    private Tensor isLarge() {
        return a.greater(LARGE);
    }

    private Tensor near() {
        return a.minimum(LARGE);
    }

    /** a⁻¹, where a is large. */
    private Tensor inverse() {
        return a.maximum(LARGE).reciprocal();
    }

    /** first·a⁻² + second·a⁻⁴ where a is large, times a factor. */
    private Tensor series(Tensor factor, double first, double second) {
        Tensor square = inverse().square();
        return square.times(second).plus(first).times(square).times(factor);
    }

    private Tensor one() {
        return a.backend().scalar(1, a.dtype());
    }

    Tensor entropy() {
        Tensor far = series(one(), -1.0 / 4, -5.0 / 16).plus(NORMAL_ENTROPY);
        return Tensor.where(isLarge(), far, RiceLaw.STATISTICS.entropy(near()));
    }

    /** E[Z] − a. */
    Tensor excess() {
        Tensor cube = inverse().square().times(inverse());
        Tensor far = inverse()
                .times(0.5)
                .plus(cube.times(0.125))
                .plus(cube.times(inverse().square()).times(3.0 / 16));
        return Tensor.where(
                isLarge(), far, RiceLaw.STATISTICS.moments().mean(near()).minus(near()));
    }

    Tensor variance() {
        return Tensor.where(
                isLarge(),
                series(one(), -1.0 / 2, -1.0 / 2).plus(1),
                RiceLaw.STATISTICS.moments().variance(near()));
    }

    Tensor skewness() {
        return Tensor.where(
                isLarge(), series(inverse(), 1, 3), RiceLaw.STATISTICS.moments().skewness(near()));
    }

    Tensor kurtosis() {
        return Tensor.where(
                isLarge(),
                series(inverse().square(), -3, -15),
                RiceLaw.STATISTICS.moments().kurtosis(near()));
    }
}
