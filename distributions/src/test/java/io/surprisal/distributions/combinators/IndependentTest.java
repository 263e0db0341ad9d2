package io.surprisal.distributions.combinators;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class IndependentTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(5);

    private Normal normals() {
        return Normal.of(
                backend.of(new double[] {0, 1, 2, 3, 4, 5}, 2, 3), backend.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
    }

    @Test
    void batchAxesBecomeEventAxes() {
        Independent vectors = Independent.of(normals(), 1);
        assertThat(vectors.batchShape()).isEqualTo(Shape.of(2));
        assertThat(vectors.eventShape()).isEqualTo(Shape.of(3));
        assertThat(vectors.sample(KEY, Shape.of(4))).hasShape(4, 2, 3);
    }

    @Test
    void logProbabilitiesAreSummedOverTheEvent() {
        Tensor x = normals().sample(KEY, Shape.of(4));
        for (int axes = 0; axes <= 2; axes++) {
            Tensor expected = normals().logProb(x);
            for (int i = 0; i < axes; i++) {
                expected = expected.sum(-1);
            }
            assertThat(Independent.of(normals(), axes).logProb(x)).isCloseTo(expected, 1e-15, 1e-15);
        }
    }

    @Test
    void productsOfBernoullisSumOverTheEventByLogitsAndByProbability() {
        Tensor logits = backend.of(new double[] {-2, 0.5, 3, 1}, 2, 2);
        Tensor x = backend.of(new double[] {0, 1, 1, 0}, 2, 2);
        Tensor byLogits = Independent.of(Bernoulli.fromLogits(logits), 1).logProb(x);
        Tensor byProbability = Independent.of(Bernoulli.of(logits.sigmoid()), 1).logProb(x);
        assertThat(byLogits).hasShape(2).isCloseTo(byProbability, 1e-14, 0);
    }

    @Test
    void productsOfProductsSumOnceMore() {
        Independent once = Independent.of(normals(), 1);
        Tensor x = normals().sample(KEY);
        assertThat(Independent.of(once, 1).logProb(x))
                .hasShape()
                .isCloseTo(Independent.of(normals(), 2).logProb(x), 1e-15, 0);
    }

    @Test
    void differentiableDrawsPassThrough() {
        ReparameterizedIndependent vectors = Independent.of(normals(), 1);
        assertThat(vectors.rsample(KEY)).isBitEqualTo(normals().rsample(KEY));
        Distribution widened = normals();
        assertThat(Independent.of(widened, 1)).isInstanceOf(Reparameterized.class);
        assertThat(Independent.of(Bernoulli.of(doubles(0.5)), 1)).isNotInstanceOf(Reparameterized.class);
    }

    @Test
    void canDoWhatTheBaseCan() {
        Independent vectors = Independent.of(normals(), 1);
        assertThat(vectors.capability(HasEntropy.class).orElseThrow().entropy())
                .isCloseTo(normals().entropy().sum(-1), 1e-15, 0);
        assertThat(vectors.capability(HasMoments.class).orElseThrow().mean())
                .isBitEqualTo(normals().mean());
        assertThat(vectors.capability(Reparameterized.class)).isPresent();
        assertThat(vectors.capability(Comparable.class)).isEmpty();
    }

    @Test
    void neverRepeatsOutcomesAlongTheEvent() {
        assertThatThrownBy(() -> Independent.of(normals(), 1).logProb(backend.zeros(Shape.of(2, 1), DType.FLOAT64)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 1]")
                .hasMessageContaining("event shape [3]");
    }

    @Test
    void rejectsMoreAxesThanTheBatchHas() {
        assertThatThrownBy(() -> Independent.of(normals(), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 axes")
                .hasMessageContaining("[2, 3]");
    }

    @Test
    void overNoAxesItCanDoWhatTheBaseCan() {
        Normal normals = Normal.of(doubles(0, 1), doubles(1, 2));
        Independent same = Independent.of(normals, 0);
        assertThat(same.capability(Univariate.class)).containsSame(normals);
        assertThat(same.capability(HasHigherMoments.class)).isPresent();
        assertThat(same.capability(Independent.class)).containsSame(same);
        Mixture mixture = Mixture.of(doubles(0.5, 0.5), same);
        assertThat(mixture.capability(Univariate.class).orElseThrow().cdf(doubles(0.3)))
                .isCloseTo(normals.cdf(doubles(0.3)).mean().expandDims(0), 1e-15, 0);
        assertThat(Independent.of(normals, 1).capability(Univariate.class)).isEmpty();
        assertThat(Independent.of(normals, 1)
                        .capability(HasHigherMoments.class)
                        .orElseThrow()
                        .skewness())
                .isBitEqualTo(normals.skewness());
    }
}
