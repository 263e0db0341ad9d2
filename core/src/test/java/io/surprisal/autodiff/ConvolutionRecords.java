package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.Convolution;
import java.util.ArrayList;
import java.util.List;

/** Convolution and its adjoints, with strides, paddings and dilations that differ between the axes, and without elements. */
final class ConvolutionRecords {
    private static final SmoothPoints X = between(-1.1, 1.2);
    private static final SmoothPoints FILTERS = between(-0.9, 0.8);

    private ConvolutionRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        all(records, Shape.of(1, 1, 1, 1), Shape.of(1, 1, 1, 1), Convolution.plain());
        all(records, Shape.of(2, 2, 4, 3), Shape.of(3, 2, 2, 2), Convolution.plain());
        // The stride of 2 leaves the last row and column unread.
        all(records, Shape.of(1, 2, 4, 4), Shape.of(2, 2, 3, 3), new Convolution(2, 2, 0, 0, 0, 0, 1, 1));
        all(records, Shape.of(1, 2, 4, 3), Shape.of(2, 2, 2, 2), new Convolution(2, 1, 1, 0, 0, 2, 1, 1));
        all(records, Shape.of(1, 1, 5, 4), Shape.of(2, 1, 2, 2), new Convolution(1, 2, 0, 1, 1, 0, 2, 3));
        all(records, Shape.of(0, 2, 3, 3), Shape.of(3, 2, 2, 2), Convolution.plain());
        all(records, Shape.of(1, 2, 3, 3), Shape.of(0, 2, 2, 2), new Convolution(2, 2, 0, 0, 0, 0, 1, 1));
        all(records, Shape.of(1, 0, 3, 3), Shape.of(2, 0, 2, 2), Convolution.plain());
        all(records, Shape.of(1, 1, 0, 3), Shape.of(2, 1, 1, 1), new Convolution(2, 2, 0, 0, 0, 0, 1, 1));
        return records;
    }

    private static void all(List<GradientRecord> records, Shape x, Shape filters, Convolution geometry) {
        Shape out = Shape.of(
                x.at(0),
                filters.at(0),
                geometry.outputHeight(x.at(2), filters.at(2)),
                geometry.outputWidth(x.at(3), filters.at(3)));
        records.add(GradientRecord.of(
                "convolve(Tensor, Convolution)",
                geometry.toString(),
                t -> t.get(0).convolve(t.get(1), geometry),
                X.of(x),
                FILTERS.of(filters)));
        records.add(GradientRecord.of(
                "convolveInputBackward(Tensor, Convolution, int, int)",
                geometry.toString(),
                t -> t.get(0).convolveInputBackward(t.get(1), geometry, x.at(2), x.at(3)),
                X.of(out),
                FILTERS.of(filters)));
        records.add(GradientRecord.of(
                "convolveFilterBackward(Tensor, Convolution, int, int)",
                geometry.toString(),
                t -> t.get(0).convolveFilterBackward(t.get(1), geometry, filters.at(2), filters.at(3)),
                X.of(x),
                FILTERS.of(out)));
    }
}
