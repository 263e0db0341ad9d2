package io.surprisal.autodiff;

import io.surprisal.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/** The calls of every differentiable public operation; {@link GradientRegistryTest} sees to it that none is missing. */
final class GradientRegistry {
    /** Scalars, vectors, no elements, and axes of length 1. */
    static final List<Shape> SHAPES =
            List.of(Shape.scalar(), Shape.of(0), Shape.of(1), Shape.of(5), Shape.of(5, 0), Shape.of(1, 5, 1));

    private GradientRegistry() {}

    /** Every record. */
    static List<GradientRecord> records() {
        return Stream.of(
                        UnaryRecords.records(),
                        BinaryRecords.records(),
                        SpecialRecords.records(),
                        JoiningRecords.records(),
                        ReductionRecords.records(),
                        ReshapingRecords.records(),
                        IndexingRecords.records(),
                        MatrixRecords.records(),
                        FusedRecords.records(),
                        DensityRecords.records(),
                        ConvolutionRecords.records())
                .flatMap(List::stream)
                .toList();
    }
}
