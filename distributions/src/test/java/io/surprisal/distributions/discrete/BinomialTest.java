package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BinomialTest extends OnReference {
    @Test
    void outcomesAreListedForEqualTrials() {
        Binomial binomial = Binomial.of(scalar(3), doubles(0.25, 0.5));
        assertThat(binomial.enumerateSupport()).hasShape(4, 1).containsExactly(0, 1, 2, 3);
        double[] total =
                binomial.logProb(binomial.enumerateSupport()).exp().sum(0).toDoubles();
        assertThat(total[0]).isCloseTo(1, within(1e-15));
        assertThat(total[1]).isCloseTo(1, within(1e-15));
        assertThatThrownBy(() -> Binomial.of(doubles(3, 4), scalar(0.5)).enumerateSupport())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3.0 and 4.0");
    }

    @Test
    void slopesAreFiniteWhereTheOutcomeIsCertain() {
        assertThat(Gradients.gradient(p -> Binomial.of(scalar(5), p).logProb(scalar(0)))
                        .at(scalar(0))
                        .item())
                .isEqualTo(-5);
        assertThat(Gradients.gradient(p -> Binomial.of(scalar(5), p).logProb(scalar(5)))
                        .at(scalar(1))
                        .item())
                .isEqualTo(5);
    }

    @Test
    void aCertainOutcomeHasNoNegativeZero() {
        Tensor none = Binomial.of(scalar(5), doubles(0, 1)).logProb(doubles(0, 5));
        // Equal by their bits, as Double.equals compares.
        assertThat(none.toDoubles()).containsExactly(0.0, 0.0);
        Tensor failures = NegativeBinomial.of(scalar(3), scalar(0)).logProb(doubles(0));
        assertThat(failures.toDoubles()).containsExactly(0.0);
    }

    @Test
    void wholeTrialsHaveNoSlope() {
        assertThatThrownBy(() -> Gradients.gradient(
                                n -> Binomial.of(n, scalar(0.5)).logProb(scalar(2)))
                        .at(scalar(5)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("trials");
    }

    @Test
    void brokenTrialsAreRefused() {
        assertThatThrownBy(() -> Binomial.of(doubles(3, 2.5), scalar(0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Binomial: trials must be a whole number at least 0, but trials[1] = 2.5.");
        assertThat(Binomial.of(backend.zeros(Shape.of(0), DType.FLOAT64), scalar(0.5))
                        .mean())
                .hasShape(0);
    }
}
