package io.surprisal.autodiff;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.surprisal.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

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
                        LinalgRecords.records(),
                        ActivationRecords.records(),
                        FusedRecords.records(),
                        DensityRecords.records(),
                        LayerNormRecords.records(),
                        LstmRecords.records(),
                        ConvolutionRecords.records())
                .flatMap(List::stream)
                .toList();
    }

    /** The records by operation: one test for each operation, not for each of its calls. */
    static List<Named<List<GradientRecord>>> operations() {
        Map<String, List<GradientRecord>> operations = records().stream()
                .collect(Collectors.groupingBy(
                        GradientRecord::operation, LinkedHashMap::new, Collectors.toUnmodifiableList()));
        return operations.entrySet().stream()
                .map(operation -> Named.of(operation.getKey(), operation.getValue()))
                .toList();
    }

    /** Runs a check of each call, and names the call that fails it. */
    static void eachOf(List<GradientRecord> records, Consumer<GradientRecord> check) {
        for (GradientRecord operation : records) {
            assertThatCode(() -> check.accept(operation))
                    .as(operation.toString())
                    .doesNotThrowAnyException();
        }
    }
}
