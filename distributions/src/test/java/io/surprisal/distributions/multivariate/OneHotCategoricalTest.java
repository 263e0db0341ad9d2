package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class OneHotCategoricalTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(5);

    private Tensor p() {
        return backend.of(new double[] {0.125, 0.5, 0.375, 0, 0.25, 0.75}, 2, 3);
    }

    @Test
    void unitVectorsHaveTheProbabilitiesOfTheirCategories() {
        OneHotCategorical vectors = OneHotCategorical.of(p());
        Tensor all = vectors.enumerateSupport();
        assertThat(all).hasShape(3, 1, 3);
        assertThat(vectors.logProb(all))
                .isCloseTo(Categorical.of(p()).logProb(backend.of(new long[] {0, 1, 2}, 3, 1)), 0, 0);
        assertThat(vectors.mean()).isCloseTo(p(), 0, 0);
        assertThat(vectors.variance()).isCloseTo(p().times(p().neg().plus(1)), 0, 0);
        assertThat(vectors.mode()).containsExactly(0, 1, 0, 0, 0, 1);
        assertThat(vectors.entropy()).isCloseTo(Categorical.of(p()).entropy(), 0, 0);
    }

    @Test
    void otherVectorsHaveNoProbability() {
        OneHotCategorical vectors = OneHotCategorical.of(doubles(0.25, 0.75));
        Tensor x = backend.of(new double[] {1, 1, 0, 0, 0.5, 0.5, Double.NaN, 1}, 4, 2);
        double never = Double.NEGATIVE_INFINITY;
        assertThat(vectors.logProb(x)).containsExactly(never, never, never, Double.NaN);
    }

    @Test
    void drawsAreThoseOfTheCategories() {
        OneHotCategorical vectors = OneHotCategorical.fromLogits(p().plus(0.5).log());
        Tensor x = vectors.sample(KEY, Shape.of(50));
        assertThat(x).hasShape(50, 2, 3).hasDType(DType.FLOAT64);
        assertThat(x.argmax(-1)).isCloseTo(vectors.categories().sample(KEY, Shape.of(50)), 0, 0);
        assertThat(vectors.logProb(x).isFinite().all().item()).isEqualTo(1);
    }

    @Test
    void straightThroughDrawsMoveAsTheProbabilitiesDo() {
        StraightThrough vectors = StraightThrough.of(p());
        assertThat(vectors.rsample(KEY, Shape.of(20)))
                .isCloseTo(OneHotCategorical.of(p()).sample(KEY, Shape.of(20)), 0, 0);
        Tensor weights = doubles(1, 10, 100);
        Tensor logits = doubles(0.5, -1, 0.25);
        Tensor slope = Gradients.gradient(l -> StraightThrough.fromLogits(l)
                        .rsample(KEY)
                        .times(weights)
                        .sum())
                .at(logits);
        Tensor expected =
                Gradients.gradient(l -> l.softmax(-1).times(weights).sum()).at(logits);
        assertThat(slope).isCloseTo(expected, 1e-14, 0);
    }

    @Test
    void refusedProbabilitiesAreNamed() {
        assertThatThrownBy(() -> StraightThrough.of(doubles(0.5, 0.75)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("StraightThrough: probabilities must sum to 1");
    }
}
