package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LogisticNormalTest extends OnReference {
    private LogisticNormal distribution() {
        return LogisticNormal.fromScales(doubles(0.5, -1, 0.25), doubles(0.5, 2, 1));
    }

    /** mpmath, 50 digits: {@code src/test/python/multivariate_references.py}. */
    @Test
    void densityAgreesWithTheReference() {
        assertThat(distribution().logProb(doubles(0.0625, 0.25, 0.1875, 0.5)).item())
                .isCloseTo(-10.307086392644517864, within(1e-13));
    }

    @Test
    void edgesAndWrongSumsHaveNoDensity() {
        assertThat(distribution().logProb(doubles(0, 0.25, 0.25, 0.5)).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(distribution().logProb(doubles(0.5, 0.25, 0.25, 0.5)).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(distribution().logProb(doubles(Double.NaN, 0.25, 0.25, 0.5)).item())
                .isNaN();
    }

    @Test
    void logRatiosOfDrawsAreTheNormalDraws() {
        RandomKey key = RandomKey.of(9);
        Tensor x = distribution().sample(key, Shape.of(5));
        assertThat(x).hasShape(5, 4);
        Tensor ratios = x.slice(-1, 0, 3).log().minus(x.slice(-1, 3, 4).log());
        assertThat(ratios).isCloseTo(distribution().logRatios().sample(key, Shape.of(5)), 1e-13, 1e-13);
        assertThat(distribution().rsample(key, Shape.of(5))).isCloseTo(x, 0, 0);
    }
}
