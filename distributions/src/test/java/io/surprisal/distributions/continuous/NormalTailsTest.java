package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class NormalTailsTest extends OnReference {
    private static final double FALSE_ALARM_RATE = 1e-6;

    private Normal normal() {
        return Normal.of(scalar(3), scalar(0.5));
    }

    @Test
    void tailsSumToOneAndTheirLogarithmsAgree() {
        Tensor x = backend.linspace(-1, 7, 33, DType.FLOAT64);
        Tensor cdf = normal().cdf(x);
        assertThat(cdf.plus(normal().survival(x))).isCloseTo(backend.ones(Shape.of(33), DType.FLOAT64), 1e-15, 0);
        // exp(log p) has the condition number |log p|.
        assertThat(normal().logCdf(x).exp()).isCloseTo(cdf, 1e-14, 0);
        assertThat(normal().logSurvival(x).exp()).isCloseTo(normal().survival(x), 1e-14, 0);
    }

    @Test
    void quantilesInvertTheTails() {
        Tensor p = doubles(1e-300, 1e-10, 0.3, 0.5, 0.875);
        assertThat(normal().cdf(normal().quantile(p))).isCloseTo(p, 1e-12, 0);
        assertThat(normal().survival(normal().inverseSurvival(p))).isCloseTo(p, 1e-12, 0);
        Tensor logP = doubles(-1000, -3, -1e-9);
        assertThat(normal().logCdf(normal().quantileOfLog(logP))).isCloseTo(logP, 1e-13, 0);
        assertThat(normal().logSurvival(normal().inverseSurvivalOfLog(logP))).isCloseTo(logP, 1e-13, 0);
    }

    /** mpmath 1.3.0, 50 digits: {@code src/test/python/distribution_references.py}. */
    @Test
    void logarithmsOfTailsAgreeWithReferences() {
        Normal standard = Normal.of(scalar(0), scalar(1));
        Tensor x = doubles(-100, -40, -1, 5, 10);
        double[] expected = {
            -5005.5242086942050886,
            -804.60844201375378817,
            -1.8410216450092635058,
            -2.8665161296376359338e-7,
            -7.619853024160526066e-24
        };
        assertThat(standard.logCdf(x)).isCloseTo(expected, 2e-15, 0);
        assertThat(standard.logSurvival(x.neg())).isCloseTo(expected, 2e-15, 0);
        assertThat(standard.quantileOfLog(doubles(-1000))).isCloseTo(new double[] {-44.61574773196940302}, 1e-15, 0);
    }

    @Test
    void edgesOfTheSupportAreExact() {
        Tensor ends = doubles(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(normal().cdf(ends)).containsExactly(0, 1);
        assertThat(normal().quantile(doubles(0, 1)))
                .containsExactly(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void slopeOfTheCdfIsTheDensity() {
        Tensor x = doubles(1, 2.5, 3, 4);
        Tensor slope = Gradients.gradient(v -> normal().cdf(v).sum()).at(x);
        assertThat(slope).isCloseTo(normal().logProb(x).exp(), 1e-13, 0);
    }

    /** Dvoretzky, Kiefer and Wolfowitz: the empirical cdf leaves the band once in 10⁶ keys; a cdf 0.02 off must leave it. */
    @Test
    void drawsFollowTheCdf() {
        int n = 100_000;
        Tensor sorted = normal().sample(RandomKey.of(8), Shape.of(n)).sort(0);
        double[] cdf = normal().cdf(sorted).toDoubles();
        double distance = 0;
        double fromWrong = 0;
        for (int i = 0; i < n; i++) {
            double wrong = Math.min(1, cdf[i] + 0.02);
            distance = Math.max(distance, Math.max(cdf[i] - (double) i / n, (i + 1.0) / n - cdf[i]));
            fromWrong = Math.max(fromWrong, wrong - (double) i / n);
        }
        double bound = Math.sqrt(Math.log(2 / FALSE_ALARM_RATE) / (2.0 * n));
        assertThat(distance).isLessThan(bound);
        assertThat(fromWrong).as("power").isGreaterThan(bound);
    }
}
