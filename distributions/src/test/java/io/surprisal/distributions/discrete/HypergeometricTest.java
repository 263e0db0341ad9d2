package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import org.junit.jupiter.api.Test;

class HypergeometricTest extends OnReference {
    @Test
    void outcomesBeginWhereTheOthersRunOut() {
        Hypergeometric distribution = Hypergeometric.of(scalar(5), scalar(3), scalar(4));
        assertThat(distribution.enumerateSupport()).containsExactly(2, 3);
        assertThat(distribution.logProb(distribution.enumerateSupport()).exp()).isCloseTo(doubles(0.6, 0.4), 1e-15, 0);
    }

    @Test
    void nothingDrawnOfNothingIsCertain() {
        Hypergeometric distribution = Hypergeometric.of(scalar(0), scalar(0), scalar(0));
        assertThat(distribution.mean()).containsExactly(0);
        assertThat(distribution.variance()).containsExactly(0);
        assertThat(distribution.entropy().plus(0)).containsExactly(0);
        assertThat(distribution.quantile(doubles(0, 0.5, 1))).containsExactly(0, 0, 0);
    }

    @Test
    void notANumberPassesAlsoWhereTheOutcomeIsCertain() {
        Hypergeometric certain = Hypergeometric.of(scalar(100), doubles(0, 100, 3, 3), doubles(86, 86, 0, 100));
        double nan = Double.NaN;
        assertThat(certain.logProb(scalar(nan))).containsExactly(nan, nan, nan, nan);
        assertThat(certain.cdf(scalar(nan))).containsExactly(nan, nan, nan, nan);
        assertThat(certain.logProb(doubles(0, 86, 0, 3))).isCloseTo(doubles(0, 0, 0, 0), 0, 1e-15);
    }

    @Test
    void moreThanThePopulationIsRefused() {
        assertThatThrownBy(() -> Hypergeometric.of(scalar(5), doubles(4, 6), scalar(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("population must be at least successes, but successes[1] = 6.0");
        assertThatThrownBy(() -> Hypergeometric.of(scalar(5), scalar(4), scalar(6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("population must be at least draws");
    }

    @Test
    void parametersHaveNoSlope() {
        assertThatThrownBy(() -> Gradients.gradient(
                                n -> Hypergeometric.of(n, scalar(4), scalar(2)).logProb(scalar(1)))
                        .at(scalar(5)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("population");
    }
}
