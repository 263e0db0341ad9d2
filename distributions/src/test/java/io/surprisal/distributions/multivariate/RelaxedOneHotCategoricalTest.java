package io.surprisal.distributions.multivariate;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.distributions.continuous.RelaxedBernoulli;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RelaxedOneHotCategoricalTest extends OnReference {
    private Tensor p() {
        return doubles(0.125, 0.25, 0.5, 0.125);
    }

    /** mpmath, 50 digits: {@code src/test/python/multivariate_references.py}. */
    @Test
    void densitiesAgreeWithReferences() {
        Tensor x = doubles(0.0625, 0.25, 0.1875, 0.5);
        double[] found =
                RelaxedOneHotCategorical.of(doubles(0.5, 20), p()).logProb(x).toDoubles();
        assertThat(found[0]).isCloseTo(-0.12300494145546212996, within(1e-14));
        assertThat(found[1]).isCloseTo(-71.902559304891603292, within(1e-12));
        assertThat(RelaxedOneHotCategorical.fromLogits(
                                doubles(0.5, 20), p().log().plus(3))
                        .logProb(x))
                .isCloseTo(doubles(found), 1e-13, 1e-13);
    }

    @Test
    void twoCategoriesAreARelaxedBernoulliVariable() {
        Tensor x = doubles(1e-6, 0.3, 0.8);
        Tensor vectors = Tensor.stack(java.util.List.of(x, x.neg().plus(1)), -1);
        assertThat(RelaxedOneHotCategorical.of(scalar(0.7), doubles(0.375, 0.625))
                        .logProb(vectors))
                .isCloseTo(RelaxedBernoulli.of(scalar(0.7), scalar(0.375)).logProb(x), 1e-13, 1e-13);
    }

    /** The largest element is a draw of the category: six standard errors of 20,000 draws. */
    @Test
    void theLargestElementsAreCategories() {
        RelaxedOneHotCategorical relaxed = RelaxedOneHotCategorical.of(scalar(0.1), p());
        Tensor x = relaxed.sample(RandomKey.of(2), Shape.of(20_000));
        double[] shares = x.argmax(-1).oneHot(4, DType.FLOAT64).mean(0).toDoubles();
        double[] expected = p().toDoubles();
        for (int i = 0; i < 4; i++) {
            double error = Math.sqrt(expected[i] * (1 - expected[i]) / 20_000);
            assertThat(shares[i]).isCloseTo(expected[i], within(6 * error));
        }
        assertThat(relaxed.logProb(x).isFinite().all().item()).isEqualTo(1);
    }

    @Test
    void drawsMoveWithLogitsAndTemperature() {
        RandomKey key = RandomKey.of(4);
        Tensor logits = doubles(0.5, -1, 0.25);
        Tensor slope = Gradients.gradient(l -> RelaxedOneHotCategorical.fromLogits(scalar(0.5), l)
                        .rsample(key)
                        .select(-1, 0))
                .at(logits);
        Tensor step = doubles(1e-6, 0, 0);
        double above = RelaxedOneHotCategorical.fromLogits(scalar(0.5), logits.plus(step))
                .sample(key)
                .select(-1, 0)
                .item();
        double below = RelaxedOneHotCategorical.fromLogits(scalar(0.5), logits.minus(step))
                .sample(key)
                .select(-1, 0)
                .item();
        assertThat(slope.select(0, 0).item()).isCloseTo((above - below) / 2e-6, within(1e-8));
        assertThat(slope.sum().item()).isCloseTo(0, within(1e-15));
    }

    @Test
    void drawsOfSinglePrecisionHaveAProbability() {
        RelaxedOneHotCategorical distribution =
                RelaxedOneHotCategorical.of(backend.scalar(0.01, DType.FLOAT32), floats(0.25f, 0.25f, 0.5f));
        Tensor x = distribution.sample(RandomKey.of(7), Shape.of(1_000));
        assertThat(x).hasDType(DType.FLOAT32).hasShape(1_000, 3);
        assertThat(distribution
                        .logProb(x)
                        .greater(Double.NEGATIVE_INFINITY)
                        .all()
                        .item())
                .isEqualTo(1);
    }
}
