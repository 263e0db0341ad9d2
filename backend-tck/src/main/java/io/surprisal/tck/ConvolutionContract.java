package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.Convolution;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Fused convolutions and their two adjoints do what their compositions do. */
abstract class ConvolutionContract extends ContractGroup {
    private static final List<Convolution> GEOMETRIES = List.of(
            Convolution.plain(),
            new Convolution(1, 1, 1, 1, 1, 1, 1, 1),
            new Convolution(2, 2, 1, 1, 1, 1, 1, 1),
            new Convolution(2, 3, 0, 2, 1, 0, 1, 1),
            new Convolution(1, 1, 2, 2, 4, 4, 2, 3),
            new Convolution(3, 1, 1, 0, 0, 3, 1, 2));
    private static final int[][][] SHAPES = {
        {{1, 1, 5, 5}, {1, 1, 1, 1}},
        {{2, 3, 9, 8}, {4, 3, 3, 2}},
        {{3, 1, 7, 7}, {2, 1, 3, 3}},
        {{1, 2, 1, 33}, {5, 2, 1, 4}},
        {{2, 16, 6, 5}, {8, 16, 2, 2}},
    };

    ConvolutionContract(BackendContract contract) {
        super(contract);
    }

    @Test
    final void convolutions() {
        eachCase((dtype, geometry, input, filters, output) -> agrees(
                "convolve " + geometry,
                input.at(1) * filters.at(2) * filters.at(3),
                t -> t.get(0).convolve(t.get(1), geometry),
                Samples.of(151).ordinary(dtype, input),
                Samples.of(152).ordinary(dtype, filters)));
    }

    @Test
    final void adjointsInTheInput() {
        eachCase((dtype, geometry, input, filters, output) -> agrees(
                "convolveInputBackward " + geometry,
                filters.at(0) * filters.at(2) * filters.at(3),
                t -> t.get(0).convolveInputBackward(t.get(1), geometry, input.at(2), input.at(3)),
                Samples.of(153).ordinary(dtype, output),
                Samples.of(154).ordinary(dtype, filters)));
    }

    @Test
    final void adjointsInTheFilters() {
        eachCase((dtype, geometry, input, filters, output) -> agrees(
                "convolveFilterBackward " + geometry,
                output.at(0) * output.at(2) * output.at(3),
                t -> t.get(0).convolveFilterBackward(t.get(1), geometry, filters.at(2), filters.at(3)),
                Samples.of(155).ordinary(dtype, input),
                Samples.of(156).ordinary(dtype, output)));
    }

    /** Each element is a sum of {@code terms} products, in any order. */
    private void agrees(
            String call, int terms, Function<List<Tensor>, Tensor> function, HostArray first, HostArray second) {
        HostArray magnitudes =
                expected(t -> function.apply(List.of(t.get(0).abs(), t.get(1).abs())), first, second);
        agrees(call, Bound.roundings(terms + 2, magnitudes), function, first, second);
    }

    private static void eachCase(Case test) {
        for (DType dtype : Domains.FLOATING) {
            for (Convolution geometry : GEOMETRIES) {
                for (int[][] shape : SHAPES) {
                    Shape input = Shape.of(shape[0]);
                    Shape filters = Shape.of(shape[1]);
                    int rows = geometry.outputHeight(input.at(2), filters.at(2));
                    int columns = geometry.outputWidth(input.at(3), filters.at(3));
                    if (rows > 0 && columns > 0) {
                        Shape output = Shape.of(input.at(0), filters.at(0), rows, columns);
                        test.check(dtype, geometry, input, filters, output);
                    }
                }
            }
        }
    }

    @FunctionalInterface
    private interface Case {
        void check(DType dtype, Convolution geometry, Shape input, Shape filters, Shape output);
    }
}
