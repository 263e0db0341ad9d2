package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.special.IncompleteGamma;
import io.surprisal.special.RoundedExponential;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GammaTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(11);

    @Test
    void entropyOfAHugeShapeHasAllItsDigits() {
        // mpmath 1.3.0, 50 digits.
        assertThat(Gamma.of(scalar(1e10), scalar(1)).entropy().item()).isEqualTo(12.931863998141567829);
    }

    @Test
    void logarithmsOfDrawsOfATinyShapeAreFiniteAndFollowTheDistribution() {
        double a = 1e-6;
        int draws = 100_000;
        Tensor logs = Gamma.of(scalar(a), scalar(2)).sampleLog(KEY, Shape.of(draws));
        double[] sorted = logs.toDoubles();
        Arrays.sort(sorted);
        // P(log X ≤ y) = P(a, 2eʸ), which is (2eʸ)ᵃ/Γ(a + 1) where eʸ underflows.
        double bound = Math.sqrt(Math.log(2 / 1e-6) / (2.0 * draws));
        double largest = 0;
        for (int i = 0; i < draws; i++) {
            double y = sorted[i] + Math.log(2);
            double p = y > -600 ? IncompleteGamma.lower(a, Math.exp(y)) : Math.exp(a * y + 0.57721566490153286 * a);
            largest = Math.max(largest, Math.max((i + 1.0) / draws - p, p - (double) i / draws));
        }
        assertThat(sorted).doesNotContain(Double.NEGATIVE_INFINITY, Double.NaN);
        assertThat(largest).isLessThan(bound);
        assertThat(bound).as("power").isLessThan(0.02 / 2);
    }

    @Test
    void drawsAreTheExponentialsOfTheirLogarithms() {
        Gamma gamma = Gamma.of(doubles(1e-6, 0.3, 4), doubles(1, 2, 3));
        double[] logs = gamma.sampleLog(KEY, Shape.of(50)).toDoubles();
        double[] draws = gamma.sample(KEY, Shape.of(50)).toDoubles();
        for (int i = 0; i < draws.length; i++) {
            double expected = RoundedExponential.of(logs[i]);
            // From a shape of 1 on, the draw comes first, and its logarithm and that of the rate are rounded.
            double allowed = i % 3 < 2 ? 0 : 4 * Math.ulp(expected);
            assertThat(draws[i]).isCloseTo(expected, within(allowed));
        }
    }

    @Test
    void slopesOfTinyDrawsAreFormedFromTheirLogarithms() {
        Tensor slope = Gradients.gradient(a ->
                        Gamma.of(a, scalar(1)).rsampleLog(KEY, Shape.of(20)).sum())
                .at(scalar(1e-3));
        double[] logs =
                Gamma.of(scalar(1e-3), scalar(1)).sampleLog(KEY, Shape.of(20)).toDoubles();
        // log X is about log(U)/a, so that ∂ log X/∂a is about −log(X)/a.
        double expected = -Arrays.stream(logs).sum() / 1e-3;
        assertThat(slope.item()).isCloseTo(expected, within(0.02 * expected));
    }

    @Test
    void singlePrecisionDrawsAreTheRoundedOnes() {
        Tensor a = backend.of(new float[] {0.5f, 2, 30});
        Tensor singles = Gamma.of(a, floats(1, 1, 1)).sample(KEY, Shape.of(4));
        Tensor doubles = Gamma.of(a.cast(DType.FLOAT64), doubles(1, 1, 1)).sample(KEY, Shape.of(4));
        assertThat(singles).isBitEqualTo(doubles.cast(DType.FLOAT32));
    }

    @Test
    void farTailsAreThoseOfTheReference() {
        // mpmath 1.3.0, 50 digits.
        assertThat(Gamma.of(scalar(2), scalar(1)).logSurvival(scalar(800)).item())
                .isEqualTo(-793.31413905293164078);
        assertThat(Gamma.of(scalar(1e-3), scalar(1)).cdf(scalar(1e-300)).item())
                .isCloseTo(0.50147619801088661025, within(2e-16));
    }
}
