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

class CategoricalTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(3);
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private Tensor rows() {
        return backend.of(new double[] {0.25, 0.5, 0.25, 0, 0.125, 0.875}, 2, 3);
    }

    @Test
    void drawsHaveSampleAndBatchShape() {
        Categorical categorical = Categorical.of(rows());
        assertThat(categorical.batchShape()).isEqualTo(Shape.of(2));
        assertThat(categorical.eventShape()).isEqualTo(Shape.scalar());
        Tensor x = categorical.sample(KEY, Shape.of(4));
        assertThat(x).hasShape(4, 2).hasDType(DType.INT64);
        assertThat(categorical.logProb(x)).hasShape(4, 2).hasDType(DType.FLOAT64);
    }

    @Test
    void logProbabilitiesAreTaken() {
        Categorical categorical = Categorical.of(rows());
        Tensor x = backend.of(new long[] {0, 0, 1, 2}, 2, 2);
        assertThat(categorical.logProb(x))
                .isCloseTo(new double[] {Math.log(0.25), NEVER, Math.log(0.5), Math.log(0.875)}, 1e-15, 0);
        Categorical one = Categorical.of(doubles(0.25, 0.75));
        assertThat(one.logProb(x)).hasShape(2, 2);
        assertThat(categorical.logProb(backend.of(new long[] {1}, 1))).hasShape(2);
    }

    @Test
    void numbersOutsideTheCategoriesAreImpossible() {
        Categorical categorical = Categorical.of(doubles(0.25, 0.75));
        assertThat(categorical.logProb(backend.of(new long[] {-1, 2, 1L << 40})))
                .containsExactly(NEVER, NEVER, NEVER);
    }

    @Test
    void logitsAndProbabilitiesNameTheSameDistribution() {
        Categorical byLogits = Categorical.fromLogits(rows().log().plus(3));
        Categorical byProbabilities = Categorical.of(rows());
        Tensor x = backend.of(new long[] {1, 2});
        assertThat(byLogits.logProb(x)).isCloseTo(byProbabilities.logProb(x), 1e-14, 0);
        assertThat(byLogits.entropy()).isCloseTo(byProbabilities.entropy(), 1e-14, 0);
        assertThat(byLogits.probabilities()).isCloseTo(rows(), 1e-14, 0);
    }

    @Test
    void entropyOfEqualChancesIsTheLogarithmOfTheirNumber() {
        for (int n : new int[] {1, 2, 7, 100}) {
            Tensor logits = backend.zeros(Shape.of(n), DType.FLOAT64);
            assertThat(Categorical.fromLogits(logits).entropy().item()).isCloseTo(Math.log(n), within(1e-14));
        }
    }

    @Test
    void slopesStayFiniteAtImpossibleCategories() {
        Tensor slope = Gradients.gradient(p -> Categorical.of(p).entropy()).at(doubles(0, 0.5, 0.5));
        double expected = -Math.log(0.5) - 1;
        assertThat(slope).isCloseTo(new double[] {0, expected, expected}, 1e-15, 0);
        Tensor ofLogits =
                Gradients.gradient(l -> Categorical.fromLogits(l).entropy()).at(doubles(NEVER, 1, 1));
        assertThat(ofLogits).isCloseTo(new double[] {0, 0, 0}, 0, 1e-15);
        Tensor ofLogProb = Gradients.gradient(l -> Categorical.fromLogits(l)
                        .logProb(backend.of(new long[] {1, 1, 0}))
                        .sum())
                .at(doubles(0.5, 0.25));
        double first = Math.exp(0.5) / (Math.exp(0.5) + Math.exp(0.25));
        assertThat(ofLogProb).isCloseTo(new double[] {1 - 3 * first, 3 * first - 1}, 1e-14, 0);
    }

    @Test
    void frequenciesAreTheProbabilities() {
        // DKW: the cumulative frequencies are off by more than the bound once in 10⁶ times; a sampler 0.02 off fails.
        int draws = 100_000;
        double bound = Math.sqrt(Math.log(2 / 1e-6) / (2.0 * draws));
        assertThat(bound).as("power").isLessThan(0.02 / 2);
        Tensor x = Categorical.of(doubles(0.2, 0, 0.5, 0.3)).sample(KEY, Shape.of(draws));
        double[] cumulative = x.oneHot(4, DType.FLOAT64).mean(0).cumsum(0).toDoubles();
        assertThat(cumulative[0]).isCloseTo(0.2, within(bound));
        assertThat(cumulative[1]).isEqualTo(cumulative[0]);
        assertThat(cumulative[2]).isCloseTo(0.7, within(bound));
    }

    @Test
    void saysWhichRowDoesNotSumToOne() {
        assertThatThrownBy(() -> Categorical.of(backend.of(new double[] {0.5, 0.5, 0.5, 0.25}, 2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Categorical: probabilities[1] must sum to 1, but the sum is 0.75."
                        + " Divide each row by its sum.");
        assertThatThrownBy(() -> Categorical.of(doubles(1.25, -0.25)))
                .hasMessage("Categorical: probabilities must be in [0, 1], but probabilities[0] = 1.25.");
    }

    @Test
    void rejectsLogitsWithoutDistribution() {
        assertThatThrownBy(() -> Categorical.fromLogits(backend.of(new double[] {0, 0, NEVER, NEVER}, 2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("logits[1]");
        assertThatThrownBy(() -> Categorical.fromLogits(doubles(0, Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Categorical.fromLogits(scalar(0))).hasMessageContaining("last axis");
    }

    @Test
    void outcomesMayBeOfTheParametersType() {
        Categorical categorical = Categorical.of(rows());
        assertThat(categorical.logProb(doubles(1, 2)))
                .isCloseTo(categorical.logProb(backend.of(new long[] {1, 2})), 0, 0);
        assertThatThrownBy(() -> categorical.logProb(floats(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have the dtype FLOAT64");
    }

    @Test
    void cumulativeProbabilitiesFollowTheRowsOfABatch() {
        Categorical categorical = Categorical.of(rows());
        Tensor k = backend.of(new double[] {0, 1, 2}, 3, 1);
        assertThat(categorical.cdf(k).plus(categorical.survival(k)))
                .isCloseTo(backend.ones(Shape.of(3, 2), DType.FLOAT64), 1e-15, 0);
        Tensor q = categorical.quantile(backend.of(new double[] {0.2, 0.9}, 2, 1));
        assertThat(q).hasShape(2, 2);
    }
}
