package io.surprisal.nn;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.FiniteDifferences;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;

class RegularisingLayersTest extends ReferenceTest {
    private static final RandomKey KEY = RandomKey.of(2);

    @Test
    void dropoutKeepsTheMean() {
        Tensor ones = backend.ones(Shape.of(100, 200), DType.FLOAT32);
        Tensor y = Dropout.of(0.3).apply(Parameters.empty(), ones, Mode.training(KEY));
        double zeros = y.equalTo(0).sum().item() / 20_000;
        // The deviation of a share of 0.3 among 20,000 is 0.0032; five of them.
        assertThat(zeros).isCloseTo(0.3, within(0.0165));
        assertThat(y.max().item()).isCloseTo(1 / 0.7, within(1e-6));
        assertThat(y.mean().item()).isCloseTo(1 - (zeros - 0.3) / 0.7, within(1e-5));
    }

    @Test
    void dropoutIsTheIdentityInEvaluationAndAtRateZero() {
        Tensor x = normal(1, 3, 3);
        assertThat(Dropout.of(0.9).apply(Parameters.empty(), x, Mode.evaluation()))
                .isSameAs(x);
        assertThat(Dropout.of(0).apply(Parameters.empty(), x, Mode.training(KEY)))
                .isSameAs(x);
    }

    @Test
    void dropoutDependsOnKeyAndPlaceAlone() {
        Sequential twice = Sequential.of(Dropout.of(0.5), Dropout.of(0.5));
        Tensor ones = backend.ones(Shape.of(4, 50), DType.FLOAT64);
        Tensor first = twice.apply(Parameters.empty(), ones, Mode.training(KEY));
        assertThat(twice.apply(Parameters.empty(), ones, Mode.training(KEY))).isBitEqualTo(first);
        assertThat(twice.apply(Parameters.empty(), ones, Mode.training(KEY.foldIn(1)))
                        .toDoubles())
                .isNotEqualTo(first.toDoubles());
        // Independent masks: a quarter stays, where one mask used twice would leave a half.
        assertThat(first.notEqualTo(0).sum().item() / 200).isCloseTo(0.25, within(0.16));
    }

    @Test
    void layerNormGivesEachExampleMeanZeroAndVarianceOne() {
        LayerNorm layer = new LayerNorm(6, 1e-12);
        Tensor x = normal(3, 4, 2, 6).times(5).plus(3);
        Tensor y = layer.apply(layer.initialise(KEY, backend, DType.FLOAT64), x, Mode.evaluation());
        assertThat(y.mean(-1)).isCloseTo(new double[8], 0, 1e-13);
        assertThat(y.variance(-1)).isCloseTo(backend.ones(Shape.of(4, 2), DType.FLOAT64), 1e-11, 0);
    }

    @Test
    void layerNormScalesAndShifts() {
        Parameters theta = Parameters.of("scale", vector(2, 3)).with("shift", vector(10, 20));
        assertThat(new LayerNorm(2, 1e-12).apply(theta, vector(-1, 1).reshape(1, 2), Mode.evaluation()))
                .isCloseTo(new double[] {8, 23}, 1e-10, 0);
    }

    @Test
    void layerNormGradientsAgreeWithDifferences() {
        LayerNorm layer = LayerNorm.of(4);
        Tensor weights = normal(5, 3, 4);
        FiniteDifferences.assertGradient(
                p -> layer.apply(p.at("norm"), p.get("x"), Mode.evaluation())
                        .times(weights)
                        .sum(),
                Parameters.empty()
                        .with("norm", layer.initialise(KEY, backend, DType.FLOAT64))
                        .with("x", normal(6, 3, 4)));
    }

    @Test
    void embeddingLooksVectorsUp() {
        Embedding layer = Embedding.of(3, 2);
        Parameters theta = Parameters.of("table", counting(3, 2));
        Tensor classes = backend.of(new long[] {2, 0, 1, 2}, 2, 2);
        assertThat(layer.apply(theta, classes, Mode.evaluation()))
                .hasShape(2, 2, 2)
                .containsExactly(4, 5, 0, 1, 2, 3, 4, 5);
        FiniteDifferences.assertGradient(
                p -> layer.apply(p, classes, Mode.evaluation()).square().sum(), theta);
    }

    @Test
    void rejectsWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dropout.of(1))
                .withMessage("Dropout: the rate must be in [0, 1), but is 1.0. It is the probability of a zero.");
        assertThatIllegalArgumentException().isThrownBy(() -> new LayerNorm(1, 0));
        Embedding layer = Embedding.of(3, 2);
        Parameters theta = layer.initialise(KEY, backend);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(theta, vector(1), Mode.evaluation()))
                .withMessage(
                        "Embedding: the classes are tensor [1] FLOAT64 on reference, but must be INT64. Cast them.");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> layer.apply(theta, backend.of(new long[] {3}), Mode.evaluation()));
    }
}
