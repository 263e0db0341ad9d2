package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BetaBinomialTest extends OnReference {
    @Test
    void aSharpBetaLeavesTheBinomial() {
        Tensor k = backend.arange(21).cast(scalar(0).dtype());
        Tensor sharp = BetaBinomial.of(scalar(20), scalar(3e15), scalar(7e15)).logProb(k);
        assertThat(sharp).isCloseTo(Binomial.of(scalar(20), scalar(0.3)).logProb(k), 1e-12, 1e-12);
    }

    /** Logarithms of 1e-300, of size 690, cancel in doubles to 1e-13. */
    @Test
    void aVagueBetaLeavesTheTwoEnds() {
        BetaBinomial vague = BetaBinomial.of(scalar(20), scalar(1e-300), scalar(3e-300));
        assertThat(vague.logProb(doubles(0, 20)).exp()).isCloseTo(doubles(0.75, 0.25), 2e-13, 0);
        assertThat(vague.cdf(doubles(0, 7, 19))).isCloseTo(doubles(0.75, 0.75, 0.75), 2e-13, 0);
        assertThat(vague.mode().item()).isZero();
    }

    @Test
    void wholeTrialsHaveNoSlope() {
        assertThatThrownBy(() -> Gradients.gradient(
                                n -> BetaBinomial.of(n, scalar(1), scalar(2)).cdf(scalar(2)))
                        .at(scalar(5)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("trials");
    }
}
