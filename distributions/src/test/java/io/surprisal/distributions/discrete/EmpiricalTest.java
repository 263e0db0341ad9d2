package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EmpiricalTest extends OnReference {
    @Test
    void equalValuesAddUp() {
        Empirical ties = Empirical.of(doubles(2, -1, 2, 0.5));
        assertThat(ties.logProb(doubles(2, -1, 0.5, 1)).exp()).containsExactly(0.5, 0.25, 0.25, 0);
        assertThat(ties.cdf(doubles(-2, -1, 0, 0.5, 1.9, 2))).containsExactly(0, 0.25, 0.25, 0.5, 0.5, 1);
        assertThat(ties.entropy().item()).isCloseTo(1.5 * Math.log(2), within(1e-15));
        assertThat(ties.mode().item()).isEqualTo(2);
        assertThat(ties.enumerateSupport()).containsExactly(-1, 0.5, 2);
    }

    /** As the cumulative probabilities are computed: 3/10 is reached by the third of ten, not by the fourth. */
    @Test
    void quantilesOfCumulativeProbabilitiesAreTheValues() {
        double[] values = {3, 1, 4, 1.5, 9, 2.6, 5, 3.5, 8, 9.7};
        Empirical ten = Empirical.of(doubles(values));
        assertThat(ten.quantile(ten.cdf(doubles(values)))).containsExactly(values);
        assertThat(ten.inverseSurvival(ten.survival(doubles(values)))).containsExactly(values);
        assertThat(ten.quantileOfLog(ten.logCdf(doubles(values)))).containsExactly(values);
        assertThat(ten.quantile(doubles(0.1, 0.3, 0.7, 0.9))).containsExactly(1, 2.6, 5, 9);
    }

    @Test
    void weightsWeigh() {
        Empirical weighted = Empirical.of(doubles(3, 1, 2), doubles(0.5, 0.125, 0.375));
        assertThat(weighted.cdf(doubles(1, 2, 3))).containsExactly(0.125, 0.5, 1);
        assertThat(weighted.mean().item()).isEqualTo(2.375);
        assertThat(weighted.quantile(doubles(0.1, 0.5, 0.6))).containsExactly(1, 2, 3);
        double[] draws = weighted.sample(RandomKey.of(5), Shape.of(8_000)).toDoubles();
        // 4,000 are expected, with a standard deviation of 45.
        assertThat(Arrays.stream(draws).filter(x -> x == 3).count()).isBetween(3_750L, 4_250L);
        assertThatThrownBy(() -> Empirical.of(doubles(1, 2), doubles(1)))
                .hasMessage("Empirical: there are 2 values, but 1 weights. Give each value one.");
    }

    @Test
    void rowsOfValuesAreABatch() {
        Empirical rows = Empirical.of(doubles(0, 1, 7, 5).reshape(2, 2));
        assertThat(rows.mean()).containsExactly(0.5, 6);
        assertThat(rows.enumerateSupport()).hasShape(2, 2).containsExactly(0, 5, 1, 7);
        assertThat(rows.cdf(scalar(5))).containsExactly(1, 0.5);
        Empirical uneven = Empirical.of(doubles(0, 0, 7, 5).reshape(2, 2));
        assertThatThrownBy(uneven::enumerateSupport)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("equally many distinct values");
    }

    @Test
    void theSupportIsTheValuesAlone() {
        Empirical rows = Empirical.of(doubles(1, 2, 4, 5, 6, 9).reshape(2, 3));
        assertThat(rows.support().holds(doubles(4, 5)).toBooleans()).containsExactly(true, true);
        assertThat(rows.support().holds(doubles(5, 4)).toBooleans()).containsExactly(false, false);
        Empirical three = Empirical.of(doubles(1, 2, 4));
        assertThat(three.support().holds(doubles(1, 1.5, 3, Double.NaN)).toBooleans())
                .containsExactly(true, false, false, false);
        assertThat(three.logProb(doubles(1.5, 0, 5)).toDoubles()).containsOnly(Double.NEGATIVE_INFINITY);
        assertThat(three.cdf(doubles(0, 1.5, 5)).toDoubles()).containsExactly(0, 1.0 / 3, 1);
        assertThatThrownBy(() -> three.validated().logProb(doubles(2, 1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one of the 3 values")
                .hasMessageContaining("x[1]");
        assertThat(three.validated().logProb(doubles(2)).item())
                .isEqualTo(three.logProb(doubles(2)).item());
    }

    @Test
    void scalarsAreNoValuesAndNoWeights() {
        assertThatThrownBy(() -> Empirical.of(doubles(1, 2), scalar(0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Empirical: weights needs a last axis of elements, but has shape []");
        assertThatThrownBy(() -> Empirical.of(scalar(1), doubles(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Empirical: values needs a last axis of elements, but has shape []");
    }

    @Test
    void theEntropyMovesWithTheWeights() {
        Tensor slope = Gradients.gradient(
                        w -> Empirical.BY_WEIGHTS.unchecked(doubles(1, 2, 2), w).entropy())
                .at(doubles(0.5, 0.25, 0.25));
        // −Σ m log m has the slopes −log m − 1.
        double expected = Math.log(2) - 1;
        assertThat(slope.toDoubles()).usingComparatorWithPrecision(1e-14).containsExactly(expected, expected, expected);
    }
}
