package io.surprisal.nn;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.testing.FiniteDifferences;
import io.surprisal.tensor.testing.ReferenceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionLayersTest extends ReferenceTest {
    private static final RandomKey KEY = RandomKey.of(4);

    private Parameters started(Layer layer) {
        Parameters theta = layer.initialise(KEY, backend, DType.FLOAT64);
        return theta.contains("bias")
                ? theta.with("bias", normal(9, theta.get("bias").shape().dims()))
                : theta;
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 1", "2, 1, 2, 1", "3, 2, 2, 2", "1, 4, 0, 2"})
    void conv1dIsTheSumOverTapsAndChannels(int stride, int left, int right, int dilation) {
        Conv1d layer =
                Conv1d.of(2, 3, 3).withStride(stride).withPadding(left, right).withDilation(dilation);
        Parameters theta = started(layer);
        Tensor x = normal(1, 2, 2, 9);
        double[] in = x.toDoubles();
        double[] filters = theta.get("filters").toDoubles();
        double[] bias = theta.get("bias").toDoubles();
        int length = (left + 9 + right - 2 * dilation - 1) / stride + 1;
        double[] expected = new double[2 * 3 * length];
        for (int i = 0; i < expected.length; i++) {
            int out = i / length % 3;
            expected[i] = bias[out];
            for (int channel = 0; channel < 2; channel++) {
                for (int tap = 0; tap < 3; tap++) {
                    int place = i % length * stride + tap * dilation - left;
                    if (place >= 0 && place < 9) {
                        expected[i] +=
                                in[(i / length / 3 * 2 + channel) * 9 + place] * filters[(out * 2 + channel) * 3 + tap];
                    }
                }
            }
        }
        assertThat(layer.apply(theta, x, Mode.evaluation()))
                .hasShape(2, 3, length)
                .isCloseTo(expected, 1e-13, 1e-14);
    }

    @Test
    void conv1dThatIsCausalSeesNoLaterInput() {
        Conv1d layer = Conv1d.of(1, 1, 3).withDilation(2).causal();
        Parameters theta = started(layer);
        Tensor x = normal(2, 1, 1, 12);
        Tensor changed =
                Tensor.concat(List.of(x.slice(2, 0, 7), x.slice(2, 7, 12).times(5)), 2);
        Tensor before = layer.apply(theta, x, Mode.evaluation());
        Tensor after = layer.apply(theta, changed, Mode.evaluation());
        assertThat(before).hasShape(1, 1, 12);
        assertThat(after.slice(2, 0, 7)).isBitEqualTo(before.slice(2, 0, 7));
        assertThat(after.slice(2, 7, 8).equalTo(before.slice(2, 7, 8))).containsExactly(0);
    }

    @Test
    void conv2dConvolvesAddsAndActivates() {
        Convolution geometry = new Convolution(2, 1, 1, 0, 2, 1, 1, 2);
        Conv2d layer = new Conv2d(2, 3, 3, 2, geometry, Activation.RELU, true, Initialiser.heNormal());
        Parameters theta = started(layer);
        Tensor x = normal(3, 2, 2, 7, 5);
        Tensor expected = x.convolve(theta.get("filters"), geometry)
                .plus(theta.get("bias").reshape(1, 3, 1, 1))
                .relu();
        assertThat(layer.apply(theta, x, Mode.evaluation()))
                .hasShape(2, 3, 3, 6)
                .isBitEqualTo(expected);
    }

    @Test
    void changesOfGeometryKeepTheRest() {
        Conv2d layer = Conv2d.of(1, 1, 3).withStride(2).withPadding(1).withDilation(3);
        assertThat(layer.geometry()).isEqualTo(new Convolution(2, 2, 1, 1, 1, 1, 3, 3));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 1", "2, 0, 0", "3, 1, 2"})
    void transposedConvolutionsAreAdjoint(int stride, int padding, int extra) {
        // ⟨conv x, y⟩ = ⟨x, convᵀ y⟩ with the same filters.
        Conv2d forward =
                Conv2d.of(2, 3, 3).withStride(stride).withPadding(padding).withoutBias();
        ConvTranspose2d back = ConvTranspose2d.of(3, 2, 3)
                .withStride(stride, extra)
                .withPadding(padding)
                .withoutBias();
        Parameters theta = started(forward);
        Tensor y = normal(5, 2, 3, 4, 4);
        int side = 3 * stride - 2 * padding + 3 + extra;
        Tensor x = normal(4, 2, 2, side, side);
        Tensor left = forward.apply(theta, x, Mode.evaluation()).times(y).sum();
        Tensor right = back.apply(theta, y, Mode.evaluation()).times(x).sum();
        assertThat(back.apply(theta, y, Mode.evaluation())).hasShape(2, 2, side, side);
        assertThat(left).isCloseTo(right, 1e-12, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 1", "3, 0, 2"})
    void transposed1dIsTheScatterOfItsTaps(int stride, int padding, int extra) {
        ConvTranspose1d layer =
                ConvTranspose1d.of(2, 3, 4).withStride(stride, extra).withPadding(padding);
        Parameters theta = started(layer);
        Tensor x = normal(6, 2, 2, 5);
        double[] in = x.toDoubles();
        double[] filters = theta.get("filters").toDoubles();
        double[] bias = theta.get("bias").toDoubles();
        int length = 4 * stride - 2 * padding + 4 + extra;
        double[] expected = new double[2 * 3 * length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = bias[i / length % 3];
        }
        for (int i = 0; i < in.length; i++) {
            for (int out = 0; out < 3; out++) {
                for (int tap = 0; tap < 4; tap++) {
                    int place = i % 5 * stride + tap - padding;
                    if (place >= 0 && place < length) {
                        expected[(i / 10 * 3 + out) * length + place] +=
                                in[i] * filters[(i / 5 % 2 * 3 + out) * 4 + tap];
                    }
                }
            }
        }
        assertThat(layer.apply(theta, x, Mode.evaluation()))
                .hasShape(2, 3, length)
                .isCloseTo(expected, 1e-13, 1e-14);
    }

    @Test
    void gradientsAgreeWithDifferences() {
        Sequential net = Sequential.of(
                Conv2d.of(1, 2, 3).withStride(2).withPadding(1).withActivation(Activation.TANH),
                ConvTranspose2d.of(2, 1, 3).withStride(2, 1).withPadding(1));
        Tensor x = normal(7, 2, 1, 4, 4);
        assertThat(net.apply(net.initialise(KEY, backend, DType.FLOAT64), x, Mode.evaluation()))
                .hasShape(2, 1, 4, 4);
        FiniteDifferences.assertGradient(
                theta -> net.apply(theta, x, Mode.evaluation()).square().sum(),
                net.initialise(KEY, backend, DType.FLOAT64));
    }

    @Test
    void rejectsWhatDoesNotFit() {
        Conv2d layer = Conv2d.of(2, 3, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.apply(started(layer), normal(1, 1, 3, 4, 4), Mode.evaluation()))
                .withMessage(
                        "Conv2d: the input has shape [1, 3, 4, 4], but must be [batch, 2, rows, columns]. Reshape or"
                                + " transpose it, or build the layer for its channels.");
        Conv1d line = Conv1d.of(2, 3, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.apply(started(line), normal(1, 1, 2, 4, 4), Mode.evaluation()))
                .withMessageContaining("but must be [batch, 2, length]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConvTranspose2d.of(1, 1, 3).withStride(2, 2))
                .withMessage(
                        "ConvTranspose2d: extra must be from 0 to the stride − 1 = 1, but is 2. It chooses among the"
                                + " sizes that a stride takes to one.");
        ConvTranspose1d cut = ConvTranspose1d.of(1, 1, 2).withPadding(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cut.apply(started(cut), normal(1, 1, 1, 2), Mode.evaluation()))
                .withMessageStartingWith("ConvTranspose1d: the padding leaves nothing of an input of shape [1, 1, 2]");
        assertThatIllegalArgumentException().isThrownBy(() -> Conv1d.of(1, 1, 1).withPadding(-1, 0));
    }
}
