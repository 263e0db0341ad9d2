package io.surprisal.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.testing.ReferenceTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What layers refuse, and in whose words. */
class LayerChecksTest extends ReferenceTest {
    private static final RandomKey KEY = RandomKey.of(3);

    static Stream<Layer> everyLayer() {
        return Stream.of(
                BatchNorm.of(2),
                Conv1d.of(1, 2, 3),
                Conv2d.of(1, 2, 3),
                ConvTranspose1d.of(1, 2, 3),
                ConvTranspose2d.of(1, 2, 3),
                Dense.of(1, 2),
                Dropout.of(0.5),
                Embedding.of(3, 2),
                LayerNorm.of(2),
                Lstm.of(1, 2),
                Pooling.max2d(2),
                Sequential.of(),
                TcnBlock.of(1, 2, 3, 1),
                Upsampling.nearest2d(2));
    }

    @ParameterizedTest
    @MethodSource("everyLayer")
    void parametersAreFloating(Layer layer) {
        String name = layer.getClass().getSimpleName();
        for (DType dtype : List.of(DType.INT32, DType.INT64, DType.BOOL)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> layer.initialise(KEY, backend, dtype))
                    .withMessage(name + ": parameters and state must be floating, but " + dtype
                            + " was asked for. Use FLOAT32 or FLOAT64.");
        }
        Parameters single = layer.initialise(KEY, backend, DType.FLOAT32);
        assertThat(single.tensors()).allMatch(tensor -> tensor.dtype() == DType.FLOAT32);
    }

    @Test
    void statesAreFloating() {
        for (Layer layer : List.of(BatchNorm.of(2), Sequential.of(BatchNorm.of(2)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> layer.initialState(backend, DType.INT32))
                    .withMessageContaining("parameters and state must be floating, but INT32");
        }
    }

    @Test
    void epsilonsArePositiveAndFinite() {
        for (double epsilon : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BatchNorm(2, 0.1, epsilon))
                    .withMessage(
                            "BatchNorm: epsilon must be positive and finite, but is " + epsilon + ". 1e-5 is usual.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LayerNorm(2, epsilon))
                    .withMessage(
                            "LayerNorm: epsilon must be positive and finite, but is " + epsilon + ". 1e-5 is usual.");
        }
        for (double momentum : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BatchNorm(2, momentum, 1e-5))
                    .withMessage("BatchNorm: momentum must be in [0, 1], but is " + momentum + ". 0.1 is usual.");
        }
    }

    @Test
    void saysWhatIsTooLarge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lstm.of(1, 1 << 29))
                .withMessage(
                        "Lstm: the four gates of 536870912 units would have 2147483648 together, but an axis has at"
                                + " most 2147483647. Use fewer units.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SequenceMask.ofLengths(backend, new int[] {1}, -1))
                .withMessage("SequenceMask: the number of places must not be negative, but is -1. Use 0 or more.");
    }

    @Test
    void upsamplingRefusesAnEmptyAxis() {
        for (Upsampling layer : List.of(Upsampling.nearest1d(2), Upsampling.linear1d(2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> layer.apply(
                            Parameters.empty(), backend.zeros(Shape.of(1, 2, 0), DType.FLOAT32), Mode.evaluation()))
                    .withMessage(
                            "Upsampling: axis 2 of the input's shape [1, 2, 0] is empty, and there is nothing to repeat."
                                    + " Leave empty inputs out.");
        }
    }
}
