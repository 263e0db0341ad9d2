package io.surprisal.distributions.continuous;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Gradients;
import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import org.junit.jupiter.api.Test;

class NormalTest extends OnReference {
    private static final RandomKey KEY = RandomKey.of(1);

    @Test
    void drawsHaveSampleBatchAndEventShape() {
        Normal normal = Normal.of(backend.zeros(Shape.of(3, 1), DType.FLOAT64), doubles(1, 2, 3, 4));
        assertThat(normal.batchShape()).isEqualTo(Shape.of(3, 4));
        assertThat(normal.eventShape()).isEqualTo(Shape.scalar());
        Tensor x = normal.sample(KEY, Shape.of(5));
        assertThat(x).hasShape(5, 3, 4).hasDType(DType.FLOAT64);
        assertThat(normal.logProb(x)).hasShape(5, 3, 4);
        assertThat(normal.entropy()).hasShape(3, 4);
        assertThat(normal.mean()).hasShape(3, 4);
        assertThat(normal.variance()).hasShape(3, 4);
    }

    @Test
    void numbersMakeFloat32Scalars() {
        Normal normal = Normal.of(backend, 1, 2);
        assertThat(normal.sample(KEY)).hasShape().hasDType(DType.FLOAT32);
        assertThat(normal.backend()).isSameAs(backend);
    }

    @Test
    void differentiableDrawsAreTheOthers() {
        Normal normal = Normal.of(doubles(1, -2), doubles(0.5, 3));
        assertThat(normal.rsample(KEY, Shape.of(7))).isBitEqualTo(normal.sample(KEY, Shape.of(7)));
    }

    /** mpmath 1.3.0, 50 digits: {@code src/test/python/distribution_references.py}. */
    @Test
    void logDensityAgreesWithReferences() {
        Normal normal = Normal.of(doubles(0, 1, -3), doubles(1, 0.25, 1e3));
        assertThat(normal.logProb(doubles(0, 2, 5)))
                .isCloseTo(
                        new double[] {-0.91893853320467274178, -7.5326441720847821229, -7.8267258121868097938},
                        2e-16 * 8,
                        0);
    }

    @Test
    void logDensityAtInfinityIsMinusInfinity() {
        Normal normal = Normal.of(scalar(0), scalar(1));
        assertThat(normal.logProb(doubles(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
                .containsExactly(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void slopesOfTheLogDensityAreTheFormulas() {
        Tensor x = doubles(0.3, -1.7);
        Tensor ofScale = Gradients.gradient(
                        scale -> Normal.of(doubles(0.1, 0.2), scale).logProb(x).sum())
                .at(doubles(0.7, 2));
        double z0 = 0.2 / 0.7;
        double z1 = -1.9 / 2;
        assertThat(ofScale).isCloseTo(new double[] {(z0 * z0 - 1) / 0.7, (z1 * z1 - 1) / 2}, 1e-14, 0);
    }

    @Test
    void drawsAreConstantsAndDifferentiableDrawsAreNot() {
        Tensor slope = Gradients.gradient(scale -> {
                    Normal normal = Normal.of(scalar(0), scale);
                    return normal.sample(KEY, Shape.of(4))
                            .times(scale)
                            .sum()
                            .plus(normal.rsample(KEY, Shape.of(4)).sum());
                })
                .at(scalar(2));
        // d/dσ Σ (σ₀z)σ + σz = Σ σ₀z + z.
        double z =
                Normal.of(scalar(0), scalar(1)).sample(KEY, Shape.of(4)).sum().item();
        assertThat(slope.item()).isCloseTo(3 * z, within(1e-13));
    }

    @Test
    void rejectsNonPositiveScale() {
        assertThatThrownBy(() -> Normal.of(scalar(0), doubles(1, 2, 3, -0.2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Normal: scale must be positive, but scale[3] = -0.2.");
        assertThatThrownBy(() -> Normal.of(scalar(0), scalar(Double.NaN)))
                .hasMessage("Normal: scale must be positive, but scale = NaN.");
        assertThatThrownBy(() -> Normal.of(backend, 0, Double.POSITIVE_INFINITY))
                .hasMessage("Normal: scale must be finite, but scale = Infinity.");
    }

    @Test
    void rejectsMeansThatAreNotFinite() {
        Tensor mean = backend.of(new double[] {1, 2, 3, Double.NaN}, 2, 2);
        assertThatThrownBy(() -> Normal.of(mean, scalar(1)))
                .hasMessage("Normal: mean must be finite, but mean[1, 1] = NaN.");
    }

    @Test
    void namesBothShapesThatDoNotBroadcast() {
        assertThatThrownBy(() -> Normal.of(doubles(1, 2, 3), doubles(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mean of shape [3]")
                .hasMessageContaining("scale of shape [2]");
    }

    @Test
    void rejectsMixedAndIntegerTypes() {
        assertThatThrownBy(() -> Normal.of(doubles(1), floats(1))).hasMessageContaining("one dtype");
        assertThatThrownBy(() -> Normal.of(backend.arange(2), backend.arange(2)))
                .hasMessageContaining("mean must be of a floating dtype, but is INT64");
    }

    @Test
    void uncheckedParametersAreNotLookedAt() {
        assertThat(Normal.unchecked(scalar(0), scalar(-1)).scale().item()).isEqualTo(-1);
    }

    @Test
    void emptyBatchesAreEmpty() {
        Tensor none = backend.zeros(Shape.of(0), DType.FLOAT64);
        assertThat(Normal.of(none, none).sample(KEY, Shape.of(2))).hasShape(2, 0);
    }

    @Test
    void argumentsThatDoNotFitAreNamed() {
        Normal batch = Normal.of(doubles(0, 1, 2), scalar(1));
        assertThatThrownBy(() -> batch.logProbInterval(doubles(0, 1), scalar(2)))
                .hasMessageStartingWith("Normal: low of shape [2] and the batch of shape [3] do not broadcast");
        Tensor column = scalar(0).broadcastTo(Shape.of(2, 3));
        assertThatThrownBy(() -> batch.logProbInterval(column, scalar(2).broadcastTo(Shape.of(4, 3))))
                .hasMessageStartingWith("Normal: low of shape [2, 3] and high of shape [4, 3] do not broadcast");
        try (Backend other = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()))) {
            assertThatThrownBy(() -> Normal.of(doubles(0, 1), other.of(new double[] {1, 2})))
                    .hasMessageContaining("two backends of one name that were opened apart");
        }
    }
}
