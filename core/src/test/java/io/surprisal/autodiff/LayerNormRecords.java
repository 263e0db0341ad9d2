package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/** Layer normalisation of vectors, of rows, and of nothing; with ε beside the variance and far below it. */
final class LayerNormRecords {
    private LayerNormRecords() {}

    static List<GradientRecord> records() {
        return Stream.of(Shape.of(5), Shape.of(2, 3), Shape.of(2, 1, 4), Shape.of(3, 1), Shape.of(0, 3), Shape.of(2, 0))
                .flatMap(shape -> Stream.of(record(shape, 0.5), record(shape, 1e-5)))
                .toList();
    }

    private static GradientRecord record(Shape x, double epsilon) {
        Shape row = x.axes(x.rank() - 1, x.rank());
        return GradientRecord.of(
                "layerNorm(Tensor, Tensor, double)",
                "with ε = " + epsilon,
                t -> t.get(0).layerNorm(t.get(1), t.get(2), epsilon),
                between(-1.8, 1.7).of(x),
                between(0.6, 1.9).of(row),
                between(-0.9, 0.8).of(row));
    }
}
