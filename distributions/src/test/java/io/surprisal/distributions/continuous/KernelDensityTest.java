package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class KernelDensityTest extends OnReference {
    private final double[] values = {1, 2.5, 2.75, 4, 6};

    /** scipy.stats.gaussian_kde(values, "scott" or "silverman"): root of its covariance, logpdf(3). */
    @Test
    void bandwidthsByRuleAreThoseOfSciPy() {
        KernelDensity scott = KernelDensity.scott(doubles(values));
        assertThat(scott.bandwidth().item()).isCloseTo(1.3559385911915913, within(1e-15));
        assertThat(scott.logProb(scalar(3)).item()).isCloseTo(-1.7005745316075882, within(1e-14));
        KernelDensity silverman = KernelDensity.silverman(doubles(values));
        assertThat(silverman.bandwidth().item()).isCloseTo(1.4362424827882725, within(1e-15));
        assertThat(silverman.logProb(scalar(3)).item()).isCloseTo(-1.726306975164795, within(1e-14));
    }

    @Test
    void equalValuesHaveNoBandwidth() {
        assertThatThrownBy(() -> KernelDensity.scott(doubles(2, 2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "KernelDensity: a bandwidth by rule needs values with a spread, but equal values have none. "
                                + "Give a bandwidth to KernelDensity.of.");
        assertThatThrownBy(() -> KernelDensity.silverman(doubles(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values with a spread, but one value has none");
        assertThatThrownBy(() -> KernelDensity.scott(scalar(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("KernelDensity: values needs a last axis of values");
        assertThatThrownBy(() -> KernelDensity.of(doubles(2), scalar(1), scalar(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("KernelDensity: weights needs a last axis of elements");
    }

    /** numpy: sums of w times scipy.stats.norm.cdf and pdf. */
    @Test
    void weightsWeigh() {
        KernelDensity weighted = KernelDensity.of(doubles(values), scalar(0.5), doubles(0.1, 0.2, 0.3, 0.25, 0.15));
        assertThat(weighted.cdf(scalar(3)).item()).isCloseTo(0.48139205360676207, within(1e-15));
        assertThat(weighted.logProb(scalar(3)).item()).isCloseTo(-1.0934762895483456, within(1e-14));
        assertThat(weighted.mean().item()).isCloseTo(3.325, within(1e-14));
        assertThat(weighted.quantile(weighted.cdf(scalar(3))).item()).isCloseTo(3, within(1e-14));
        Tensor draws = weighted.sample(RandomKey.of(1), Shape.of(20_000));
        assertThat(draws.mean().item()).isCloseTo(3.325, within(0.05));
        assertThatThrownBy(() -> KernelDensity.of(doubles(values), scalar(0.5), doubles(0.5, 0.5)))
                .hasMessage("KernelDensity: there are 5 values, but 2 weights. Give each value one.");
    }

    @Test
    void rowsOfValuesAreABatch() {
        KernelDensity rows = KernelDensity.of(doubles(0, 1, 5, 7).reshape(2, 2), doubles(0.5, 2));
        assertThat(rows.batchShape()).isEqualTo(Shape.of(2));
        assertThat(rows.sample(RandomKey.of(2), Shape.of(3))).hasShape(3, 2);
        assertThat(rows.median().toDoubles())
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(0.5, 6);
    }

    /** With w₂ = 1, ∂ log p/∂w₁ is φ₁/p, at x = 2 of values 0 and 2 e⁻². */
    @Test
    void densitiesMoveWithWeightsOfZero() {
        var slope = Gradients.gradient(
                w -> KernelDensity.of(doubles(0, 2), scalar(1), w).logProb(scalar(2)));
        assertThat(slope.at(doubles(0, 1))).isCloseTo(doubles(Math.exp(-2), 1), 1e-14, 0);
        var tail = Gradients.gradient(
                w -> KernelDensity.of(doubles(0, 2), scalar(1), w).logCdf(scalar(-300)));
        assertThat(tail.at(doubles(0, 1)).toDoubles()).doesNotContain(Double.NaN);
        double far = KernelDensity.of(doubles(0, 1e4), scalar(1), doubles(0, 1))
                .logProb(scalar(0))
                .item();
        assertThat(far).isCloseTo(-5e7 - 0.9189385332046727, within(1e-8));
    }

    @Test
    void entropiesOfRowsAndWeightsAreThoseOfEqualSamples() {
        KernelDensity repeated = KernelDensity.of(doubles(0, 0, 1.5, 4, 4, 7).reshape(2, 3), doubles(0.5, 2));
        KernelDensity first = KernelDensity.of(doubles(0, 1.5), scalar(0.5), doubles(2.0 / 3, 1.0 / 3));
        KernelDensity second = KernelDensity.of(doubles(4, 7, 1e3), scalar(2), doubles(2.0 / 3, 1.0 / 3, 0));
        assertThat(repeated.entropy())
                .isCloseTo(doubles(first.entropy().item(), second.entropy().item()), 1e-14, 0);
        double spread =
                KernelDensity.of(doubles(0, 1, 2), scalar(1e-6)).entropy().item();
        // Of kernels that do not meet: log n more than that of one.
        assertThat(spread).isCloseTo(Math.log(3e-6) + 1.4189385332046727, within(1e-14));
    }

    /** The second derivative of the median of two values in one of them, against a difference of first ones. */
    @Test
    void quantilesAreDifferentiableTwice() {
        var median = Gradients.gradient(v -> KernelDensity.of(v, scalar(0.7)).quantile(scalar(0.3)));
        Tensor at = doubles(0.1, 1);
        double second =
                Gradients.gradient(v -> median.at(v).select(0, 0)).at(at).toDoubles()[0];
        double step = 1e-4;
        double above = median.at(doubles(0.1 + step, 1)).toDoubles()[0];
        double below = median.at(doubles(0.1 - step, 1)).toDoubles()[0];
        assertThat(second).isCloseTo((above - below) / (2 * step), within(1e-6));
    }
}
