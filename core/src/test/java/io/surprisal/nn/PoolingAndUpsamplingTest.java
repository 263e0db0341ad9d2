package io.surprisal.nn;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.testing.FiniteDifferences;
import io.surprisal.tensor.testing.ReferenceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolingAndUpsamplingTest extends ReferenceTest {
    private static Tensor applied(Layer layer, Tensor x) {
        return layer.apply(Parameters.empty(), x, Mode.evaluation());
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 1", "2, 3", "1, 2", "5, 5"})
    void takesTheLargestAndTheMeanOfEachWindow(int size, int stride) {
        int rows = 5;
        int columns = 7;
        Tensor x = normal(1, 2, 3, rows, columns);
        double[] in = x.toDoubles();
        int high = (rows - size) / stride + 1;
        int wide = (columns - size) / stride + 1;
        double[] largest = new double[6 * high * wide];
        double[] mean = new double[6 * high * wide];
        for (int at = 0; at < largest.length; at++) {
            largest[at] = Double.NEGATIVE_INFINITY;
            for (int tap = 0; tap < size * size; tap++) {
                int row = at / wide % high * stride + tap / size;
                int column = at % wide * stride + tap % size;
                double value = in[(at / wide / high * rows + row) * columns + column];
                largest[at] = Math.max(largest[at], value);
                mean[at] += value / (size * size);
            }
        }
        assertThat(applied(Pooling.max2d(size).withStride(stride), x))
                .hasShape(2, 3, high, wide)
                .containsExactly(largest);
        assertThat(applied(Pooling.average2d(size).withStride(stride), x)).isCloseTo(mean, 1e-13, 1e-15);
    }

    @Test
    void poolsSequences() {
        Tensor x = vector(1, 5, 2, 8, 3).reshape(1, 1, 5);
        assertThat(applied(Pooling.max1d(2), x)).hasShape(1, 1, 2).containsExactly(5, 8);
        assertThat(applied(Pooling.average1d(2), x)).containsExactly(3, 5);
    }

    @Test
    void theDerivativeOfTheLargestIsSharedAtTies() {
        Tensor ones = vector(1, 1, 1, 1).reshape(1, 1, 2, 2);
        assertThat(Gradients.gradient(x -> applied(Pooling.max2d(2), x).sum()).at(ones))
                .containsExactly(0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void nearestRepeats() {
        assertThat(applied(Upsampling.nearest2d(2), counting(1, 1, 2, 2)))
                .hasShape(1, 1, 4, 4)
                .containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3);
        assertThat(applied(Upsampling.nearest1d(3), counting(1, 2, 1))).containsExactly(0, 0, 0, 1, 1, 1);
    }

    @Test
    void linearInterpolatesBetweenCentres() {
        // As torch.nn.Upsample(scale_factor=2, mode="linear", align_corners=False): places −¼, ¼, ¾, 5/4.
        assertThat(applied(Upsampling.linear1d(2), vector(0, 4).reshape(1, 1, 2)))
                .isCloseTo(new double[] {0, 1, 3, 4}, 1e-15, 0);
        Tensor plane = vector(0, 4, 8, 12).reshape(1, 1, 2, 2);
        assertThat(applied(Upsampling.bilinear2d(2), plane))
                .isCloseTo(new double[] {0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12}, 1e-15, 0);
    }

    @Test
    void averagingUndoesRepeating() {
        Tensor x = normal(2, 2, 3, 4, 5);
        assertThat(applied(Pooling.average2d(3), applied(Upsampling.nearest2d(3), x)))
                .isCloseTo(x, 1e-14, 0);
    }

    @Test
    void interpolationKeepsConstants() {
        Tensor ones = backend.ones(Shape.of(1, 1, 3, 5), DType.FLOAT32);
        assertThat(applied(Upsampling.bilinear2d(3), ones).minus(1).abs().max()).isCloseTo(new double[] {0}, 0, 1e-6);
    }

    @Test
    void longSequencesTakeNoSquareOfTheirLength() {
        int length = 40_000;
        Tensor x = backend.arange(length).cast(DType.FLOAT64).reshape(1, 1, length);
        double[] y = applied(Upsampling.linear1d(2), x).toDoubles();
        assertThat(y).hasSize(2 * length).startsWith(0, 0.25, 0.75, 1.25).endsWith(length - 1.25, length - 1);
    }

    @Test
    void gradientsAgreeWithDifferences() {
        Tensor weights = normal(3, 1, 2, 6, 6);
        Parameters point = Parameters.of("x", normal(4, 1, 2, 3, 3));
        for (Upsampling layer : new Upsampling[] {Upsampling.nearest2d(2), Upsampling.bilinear2d(2)}) {
            FiniteDifferences.assertGradient(
                    p -> applied(layer, p.get("x")).times(weights).sum(), point);
        }
        for (Pooling layer : new Pooling[] {
            Pooling.max2d(2).withStride(1), Pooling.average2d(2).withStride(1), Pooling.max2d(3)
        }) {
            FiniteDifferences.assertGradient(
                    p -> applied(layer, p.get("x")).square().sum(), point);
        }
    }

    @Test
    void rejectsWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> applied(Pooling.max2d(4), normal(1, 1, 1, 5, 3)))
                .withMessageStartingWith("Pooling: windows of 4 do not fit into axis 3 of shape");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> applied(Pooling.max1d(2), normal(1, 1, 1, 5, 3)))
                .withMessage(
                        "Pooling: the input has shape [1, 1, 5, 3], but must be [batch, channels, length]. Reshape it"
                                + " first.");
        assertThatIllegalArgumentException().isThrownBy(() -> new Pooling(Pooling.Kind.MAX, 3, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Upsampling.nearest2d(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> applied(Upsampling.nearest1d(1 << 30), normal(1, 1, 1, 3)))
                .withMessageContaining("would grow to the length 3221225472");
    }
}
