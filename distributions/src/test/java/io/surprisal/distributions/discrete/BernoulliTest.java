package io.surprisal.distributions.discrete;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BernoulliTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(2);

    @Test
    void probabilitiesOfBothOutcomesSumToOne() {
        Tensor p = doubles(0, 1e-12, 0.3, 0.5, 1);
        Bernoulli bernoulli = Bernoulli.of(p);
        Tensor ofOne =
                bernoulli.logProb(backend.ones(Shape.of(5), DType.FLOAT64)).exp();
        Tensor ofZero =
                bernoulli.logProb(backend.zeros(Shape.of(5), DType.FLOAT64)).exp();
        // exp(log p) has the condition number |log p|.
        assertThat(ofOne).isCloseTo(p, 1e-14, 0);
        assertThat(ofOne.plus(ofZero)).isCloseTo(new double[] {1, 1, 1, 1, 1}, 1e-15, 0);
    }

    @Test
    void logitsAndProbabilitiesNameTheSameDistribution() {
        Tensor logits = doubles(-40, -1.5, 0, 0.25, 3);
        Bernoulli byLogits = Bernoulli.fromLogits(logits);
        Bernoulli byProbability = Bernoulli.of(logits.sigmoid());
        Tensor x = doubles(1, 0, 1, 1, 0);
        assertThat(byLogits.logProb(x)).isCloseTo(byProbability.logProb(x), 1e-14, 0);
        assertThat(byLogits.entropy()).isCloseTo(byProbability.entropy(), 1e-14, 0);
        assertThat(byLogits.variance()).isCloseTo(byProbability.variance(), 1e-14, 0);
        assertThat(byProbability.logits()).isCloseTo(logits, 1e-14, 1e-15);
        assertThat(byLogits.logProbability()).isCloseTo(byProbability.logProbability(), 1e-14, 0);
        assertThat(byLogits.logComplement()).isCloseTo(byProbability.logComplement(), 1e-14, 0);
    }

    @Test
    void logitsKeepProbabilitiesThatRoundToOne() {
        Bernoulli bernoulli = Bernoulli.fromLogits(doubles(800, -800));
        assertThat(bernoulli.logProb(doubles(0, 1))).containsExactly(-800, -800);
        assertThat(bernoulli.entropy()).containsExactly(0, 0);
    }

    @Test
    void impossibleOutcomesHaveProbabilityZero() {
        Bernoulli bernoulli = Bernoulli.of(doubles(0, 1, 0, 1));
        double never = Double.NEGATIVE_INFINITY;
        assertThat(bernoulli.logProb(doubles(1, 0, 0, 1)).plus(0)).containsExactly(never, never, 0, 0);
        assertThat(bernoulli.entropy()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void slopesAreTheFormulasAndFiniteAtTheEnds() {
        Tensor x = doubles(0, 1, 0, 1);
        Tensor slope = Gradients.gradient(p -> Bernoulli.of(p).logProb(x).sum()).at(doubles(0, 1, 0.25, 0.25));
        assertThat(slope).isCloseTo(new double[] {-1, 1, -1 / 0.75, 4}, 1e-15, 0);
        Tensor byLogits = Gradients.gradient(
                        l -> Bernoulli.fromLogits(l).logProb(doubles(1)).sum())
                .at(doubles(2));
        assertThat(byLogits.item()).isCloseTo(1 / (1 + Math.exp(2)), within(1e-15));
    }

    @Test
    void frequencyOfOnesIsTheProbability() {
        // Hoeffding: with 200,000 draws a mean is off by more than 0.0061 once in 10⁶ times; a sampler 0.02 off fails.
        int draws = 200_000;
        double bound = Math.sqrt(Math.log(2 / 1e-6) / (2.0 * draws));
        Tensor p = doubles(0.1, 0.5, 0.97);
        double[] frequency =
                Bernoulli.of(p).sample(KEY, Shape.of(draws)).mean(0).toDoubles();
        for (int i = 0; i < 3; i++) {
            assertThat(frequency[i]).isCloseTo(p.toDoubles()[i], within(bound));
        }
        assertThat(bound).as("power").isLessThan(0.02 / 2);
        double[] ofLogits = Bernoulli.fromLogits(p.log().minus(p.neg().log1p()))
                .sample(KEY, Shape.of(draws))
                .mean(0)
                .toDoubles();
        assertThat(ofLogits[2]).isCloseTo(0.97, within(bound));
    }

    @Test
    void rejectsWhatIsNoProbability() {
        assertThatThrownBy(() -> Bernoulli.of(doubles(0.5, 1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bernoulli: probability must be in [0, 1], but probability[1] = 1.5.");
        assertThatThrownBy(() -> Bernoulli.of(backend, -0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bernoulli.fromLogits(doubles(Double.NaN)))
                .hasMessage("Bernoulli: logits must be finite, but logits[0] = NaN.");
    }
}
