package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Static operations of several tensors: concat, stack and where. */
final class JoiningRecords {
    private static final SmoothPoints A = between(-1.8, 1.7);
    private static final SmoothPoints B = between(-1.1, 1.9);

    private JoiningRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        concat(records, 0, A.of(3), B.of(2));
        concat(records, 0, A.of(0), B.of(2));
        concat(records, 0, A.of(0), B.of(0));
        concat(records, 1, A.of(2, 1), B.of(2, 3), A.of(2, 2));
        concat(records, -1, A.of(5, 0), B.of(5, 2));
        concat(records, 1, A.of(1, 5, 1), B.of(1, 2, 1));
        for (Shape shape : GradientRegistry.SHAPES) {
            for (int axis : new int[] {0, -1}) {
                records.add(GradientRecord.of(
                        "stack(List, int)", "axis " + axis, x -> Tensor.stack(x, axis), A.of(shape), B.of(shape)));
            }
        }
        for (List<Shape> pattern : BinaryRecords.PATTERNS) {
            where(records, HostArray.wrap(new boolean[] {true}, Shape.scalar()), pattern);
        }
        HostArray row = HostArray.wrap(new boolean[] {true, false, true}, Shape.of(3));
        HostArray column = HostArray.wrap(new boolean[] {false, true}, Shape.of(2, 1));
        where(records, row, List.of(Shape.scalar(), Shape.scalar()));
        where(records, row, List.of(Shape.of(3), Shape.of(2, 1)));
        where(records, column, List.of(Shape.of(2, 3), Shape.of(3)));
        return records;
    }

    private static void concat(List<GradientRecord> records, int axis, HostArray... parts) {
        records.add(GradientRecord.of("concat(List, int)", "axis " + axis, x -> Tensor.concat(x, axis), parts));
    }

    private static void where(List<GradientRecord> records, HostArray condition, List<Shape> shapes) {
        records.add(GradientRecord.of(
                "where(Tensor, Tensor, Tensor)",
                "",
                x -> Tensor.where(x.get(0), x.get(1), x.get(2)),
                condition,
                A.of(shapes.get(0)),
                B.of(shapes.get(1))));
    }
}
