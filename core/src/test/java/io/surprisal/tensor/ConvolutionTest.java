package io.surprisal.tensor;

import static io.surprisal.tensor.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.surprisal.tensor.ops.Convolution;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionTest extends OnReference {
    static Stream<Convolution> geometries() {
        return Stream.of(
                Convolution.plain(),
                new Convolution(2, 1, 1, 0, 2, 1, 1, 1),
                new Convolution(1, 3, 0, 2, 1, 1, 2, 1),
                new Convolution(3, 2, 2, 2, 0, 3, 1, 2));
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void isTheSumOverTaps(Convolution geometry) {
        Tensor x = counting(DType.FLOAT64, 2, 3, 6, 5).sin();
        Tensor filters = counting(DType.FLOAT64, 4, 3, 3, 2).cos();
        int rows = geometry.outputHeight(6, 3);
        int columns = geometry.outputWidth(5, 2);

        assertThat(x.convolve(filters, geometry))
                .hasShape(2, 4, rows, columns)
                .isCloseTo(byDefinition(x, filters, geometry, rows, columns), 1e-13, 1e-14);
    }

    /** Σ over channels and taps, one output at a time. */
    private static double[] byDefinition(Tensor x, Tensor filters, Convolution g, int rows, int columns) {
        double[] input = x.toDoubles();
        double[] taps = filters.toDoubles();
        double[] result = new double[2 * 4 * rows * columns];
        for (int at = 0; at < result.length; at++) {
            int column = at % columns;
            int row = at / columns % rows;
            int out = at / columns / rows % 4;
            int image = at / columns / rows / 4;
            for (int tap = 0; tap < 3 * 3 * 2; tap++) {
                int channel = tap / 6;
                int i = row * g.strideHeight() + tap / 2 % 3 * g.dilationHeight() - g.top();
                int j = column * g.strideWidth() + tap % 2 * g.dilationWidth() - g.left();
                if (i >= 0 && i < 6 && j >= 0 && j < 5) {
                    result[at] += input[((image * 3 + channel) * 6 + i) * 5 + j] * taps[out * 18 + tap];
                }
            }
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void itsTwoAdjointsAreAdjoint(Convolution geometry) {
        Tensor x = counting(DType.FLOAT64, 2, 3, 6, 5).sin();
        Tensor filters = counting(DType.FLOAT64, 4, 3, 3, 2).cos();
        Tensor y = x.convolve(filters, geometry);
        Tensor cotangent = counting(DType.FLOAT64, y.shape().dims()).times(0.7).sin();
        Tensor product = y.times(cotangent).sum();

        Tensor toInput = cotangent.convolveInputBackward(filters, geometry, 6, 5);
        assertThat(toInput).hasShape(2, 3, 6, 5);
        assertThat(toInput.times(x).sum()).isCloseTo(product, 1e-11, 1e-12);
        Tensor toFilters = x.convolveFilterBackward(cotangent, geometry, 3, 2);
        assertThat(toFilters).hasShape(4, 3, 3, 2);
        assertThat(toFilters.times(filters).sum()).isCloseTo(product, 1e-11, 1e-12);
    }

    @Test
    void emptyBatchesStayEmpty() {
        Tensor none = backend.zeros(Shape.of(0, 3, 6, 5), DType.FLOAT32);
        Tensor filters = counting(DType.FLOAT32, 4, 3, 3, 2);
        assertThat(none.convolve(filters, Convolution.plain())).hasShape(0, 4, 4, 4);
        Tensor cotangent = backend.zeros(Shape.of(0, 4, 4, 4), DType.FLOAT32);
        assertThat(cotangent.convolveInputBackward(filters, Convolution.plain(), 6, 5))
                .hasShape(0, 3, 6, 5);
        assertThat(none.convolveFilterBackward(cotangent, Convolution.plain(), 3, 2)
                        .sum())
                .containsExactly(0);
    }

    @Test
    void rejectsWhatDoesNotFit() {
        Tensor x = counting(DType.FLOAT32, 1, 3, 4, 4);
        Convolution plain = Convolution.plain();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.convolve(counting(DType.FLOAT32, 2, 2, 3, 3), plain))
                .withMessage(
                        "convolve: the input [1, 3, 4, 4] has 3 channels, but the filters [2, 2, 3, 3] take 2. Axis 1 of both"
                                + " must be equal.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.convolve(counting(DType.FLOAT32, 2, 3, 5, 3), plain))
                .withMessageStartingWith("convolve: filters [2, 3, 5, 3] with Convolution[strideHeight=1,")
                .withMessageEndingWith("do not fit into the input [1, 3, 4, 4]. Pad the input or use smaller filters.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.convolve(floats(1), plain))
                .withMessage(
                        "convolve: shapes [1, 3, 4, 4] and [1] must have four axes: [batch, channels, rows, columns] and"
                                + " [out, in, rows, columns].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counting(DType.FLOAT32, 1, 2, 2, 2)
                        .convolveInputBackward(counting(DType.FLOAT32, 2, 3, 3, 3), plain, 5, 4))
                .withMessage(
                        "convolveInputBackward: the cotangent has shape [1, 2, 2, 2], but the convolution of these shapes"
                                + " gives [1, 2, 3, 2]. Check rows, columns and the geometry.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.convolveFilterBackward(counting(DType.FLOAT32, 2, 2, 2, 2), plain, 3, 3))
                .withMessageStartingWith("convolveFilterBackward: the cotangent has shape [2, 2, 2, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.convolve(counting(DType.FLOAT64, 2, 3, 3, 3), plain))
                .withMessageStartingWith("convolve: the operands are FLOAT32 and FLOAT64;");
    }

    /** 2³⁰·4 is 0 in 32 bits, and 2³¹ − 1 + 8 is negative. */
    @Test
    void countsRowsBeyond32Bits() {
        Convolution wide = new Convolution(1, 1, 0, 0, 0, 0, 1 << 30, 1 << 30);
        assertThat(wide.outputHeight(8, 5)).isZero();
        assertThat(wide.outputWidth(8, 5)).isZero();
        assertThat(new Convolution(1 << 30, 1, 1 << 30, 0, 0, 0, 1, 1).outputHeight(8, 5))
                .isEqualTo(2);
        Convolution padded = new Convolution(1, 1, Integer.MAX_VALUE, 0, 0, 1 << 30, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> padded.outputHeight(8, 5))
                .withMessage("convolution: 8 rows with paddings 2147483647 and 0 are more than 2147483647. Pad less.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> padded.outputWidth(1 << 30, 5))
                .withMessageStartingWith("convolution: 1073741824 columns with paddings 0 and 1073741824 are more");
    }

    @Test
    void rejectsImpossibleGeometries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convolution(0, 1, 0, 0, 0, 0, 1, 1))
                .withMessage("convolution: strides 0 × 1 and dilations 1 × 1 must be at least 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convolution(1, 1, 0, -1, 0, 0, 1, 1))
                .withMessage(
                        "convolution: paddings top 0, bottom -1, left 0, right 0 must not be negative. Slice the input"
                                + " instead.");
    }
}
