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
import org.junit.jupiter.api.Test;

class NegativeBinomialTest extends OnReference {
    @Test
    void logitsAndProbabilitiesAreTheSameDistribution() {
        Tensor failures = doubles(0.5, 3, 40);
        Tensor logits = doubles(-2, 0.25, 3);
        NegativeBinomial byLogits = NegativeBinomial.fromLogits(failures, logits);
        NegativeBinomial byProbability = NegativeBinomial.of(failures, logits.sigmoid());
        Tensor k = doubles(0, 4, 700);
        assertThat(byLogits.logProb(k)).isCloseTo(byProbability.logProb(k), 0, 1e-12);
        assertThat(byLogits.logSurvival(k)).isCloseTo(byProbability.logSurvival(k), 0, 1e-12);
        assertThat(byLogits.entropy()).isCloseTo(byProbability.entropy(), 0, 1e-13);
        assertThat(byLogits.sample(RandomKey.of(1), Shape.of(5))).hasShape(5, 3);
        assertThat(byLogits.isByLogits()).isTrue();
    }

    @Test
    void largeLogitsKeepTheFailuresApartFromNone() {
        // With p = 1 − e⁻⁶⁰, which doubles round to 1: P(0) = e^(−60 r).
        NegativeBinomial distribution = NegativeBinomial.fromLogits(scalar(2), scalar(60));
        assertThat(distribution.logProb(scalar(0)).item()).isCloseTo(-120, within(1e-13));
        assertThat(distribution.mean().item()).isCloseTo(2 * Math.exp(60), within(1e12));
    }

    @Test
    void slopesInLogitsAreThoseInTheProbability() {
        Tensor k = doubles(0, 1, 9);
        double byLogits = Gradients.gradient(
                        l -> NegativeBinomial.fromLogits(scalar(3), l).logCdf(k).sum())
                .at(scalar(0.5))
                .item();
        double p = 1 / (1 + Math.exp(-0.5));
        double byProbability = Gradients.gradient(
                        q -> NegativeBinomial.of(scalar(3), q).logCdf(k).sum())
                .at(scalar(p))
                .item();
        assertThat(byLogits).isCloseTo(byProbability * p * (1 - p), within(1e-12));
    }

    /** Twenty digits by mpmath: an Euler–Maclaurin sum from the 400th term on, with five derivatives. */
    @Test
    void entropyOfMillionsOfOutcomesIsNotSummedOneByOne() {
        Tensor entropy = NegativeBinomial.of(doubles(2, 0.5, 200), doubles(1 - 0x1p-30, 1 - 0x1p-24, 1 - 0x1p-20))
                .entropy();
        assertThat(entropy)
                .isCloseTo(doubles(22.371631081234230854, 16.726280752338731451, 17.929371599456545572), 0, 1e-14);
    }

    @Test
    void aCertainSuccessIsRefused() {
        assertThatThrownBy(() -> NegativeBinomial.of(scalar(2), doubles(0.5, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NegativeBinomial: probability must be in [0, 1), but probability[1] = 1.0.");
    }
}
