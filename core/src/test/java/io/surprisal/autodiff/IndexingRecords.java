package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Slices, and taking and adding by index with repeated and absent indices. */
final class IndexingRecords {
    private static final SmoothPoints POINTS = between(-1.8, 1.7);
    private static final SmoothPoints UPDATES = between(-1.1, 1.9);

    private IndexingRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        slices(records);
        gather(records, 0, longs(Shape.of(4), 1, 0, 1, 4), POINTS.of(5));
        gather(records, 0, longs(Shape.of(0)), POINTS.of(5));
        gather(records, 0, longs(Shape.of(1), 0), POINTS.of(1));
        gather(records, 0, longs(Shape.of(3, 1), 1, 0, 1), POINTS.of(2, 3));
        gather(records, -1, longs(Shape.of(2, 2), 2, 0, 1, 1), POINTS.of(2, 3));
        gather(records, 1, longs(Shape.of(1, 2, 1), 4, 4), POINTS.of(1, 5, 1));
        gather(records, 0, longs(Shape.of(2, 1), 3, 3), POINTS.of(5, 0));
        indexSelect(records, 0, longs(Shape.of(3), 2, 2, 0), POINTS.of(5));
        indexSelect(records, 1, longs(Shape.of(4), 2, 2, 0, 1), POINTS.of(2, 3));
        indexSelect(records, 0, longs(Shape.of(0)), POINTS.of(2, 3));
        indexSelect(records, 0, longs(Shape.of(2), 1, 1), POINTS.of(5, 0));
        scatterAdd(records, 0, POINTS.of(5), longs(Shape.of(3), 1, 1, 4), UPDATES.of(3));
        scatterAdd(records, 0, POINTS.of(5), longs(Shape.of(0)), UPDATES.of(0));
        scatterAdd(records, 0, POINTS.of(1), longs(Shape.of(2), 0, 0), UPDATES.of(2));
        scatterAdd(records, 0, POINTS.of(2, 3), longs(Shape.of(4, 1), 1, 0, 1, 1), UPDATES.of(4, 3));
        scatterAdd(records, 1, POINTS.of(2, 3), longs(Shape.of(2, 2), 2, 2, 0, 1), UPDATES.of(2, 2));
        scatterAdd(records, 0, POINTS.of(5, 0), longs(Shape.of(2, 1), 1, 1), UPDATES.of(2, 0));
        scatterAdd(records, 1, POINTS.of(1, 5, 1), longs(Shape.of(1, 2, 1), 3, 3), UPDATES.of(1, 2, 1));
        return records;
    }

    private static void slices(List<GradientRecord> records) {
        String general = "slice(int[], int[], int[])";
        add(records, general, "nothing named", Shape.scalar(), x -> x.slice(new int[0], new int[0], new int[0]));
        add(records, general, "by 2", Shape.of(5), x -> x.slice(new int[] {0}, new int[] {5}, new int[] {2}));
        add(
                records,
                general,
                "by 3, short of the end",
                Shape.of(5),
                x -> x.slice(new int[] {1}, new int[] {5}, new int[] {3}));
        add(records, general, "of no elements", Shape.of(5), x -> x.slice(new int[] {2}, new int[] {2}, new int[] {1}));
        add(records, general, "of nothing", Shape.of(0), x -> x.slice(new int[1], new int[1], new int[] {1}));
        add(records, general, "", Shape.of(2, 3), x -> x.slice(new int[] {1, 0}, new int[] {2, 3}, new int[] {1, 2}));
        add(
                records,
                general,
                "",
                Shape.of(1, 5, 1),
                x -> x.slice(new int[] {0, 1, 0}, new int[] {1, 4, 1}, new int[] {1, 2, 1}));
        add(records, "slice(int, int, int)", "1 to 4", Shape.of(5), x -> x.slice(0, 1, 4));
        add(records, "slice(int, int, int)", "all", Shape.of(5), x -> x.slice(0, 0, 5));
        add(records, "slice(int, int, int)", "none", Shape.of(5), x -> x.slice(0, 3, 3));
        add(records, "slice(int, int, int)", "", Shape.of(5, 0), x -> x.slice(0, 1, 3));
        add(records, "slice(int, int, int)", "", Shape.of(1, 5, 1), x -> x.slice(-2, 2, 5));
        add(records, "select(int, int)", "0", Shape.of(1), x -> x.select(0, 0));
        add(records, "select(int, int)", "−1", Shape.of(5), x -> x.select(0, -1));
        add(records, "select(int, int)", "", Shape.of(1, 5, 1), x -> x.select(1, 3));
        add(records, "select(int, int)", "", Shape.of(5, 0), x -> x.select(0, 2));
    }

    private static void gather(List<GradientRecord> records, int axis, HostArray indices, HostArray x) {
        records.add(GradientRecord.of(
                "gather(Tensor, int)", "over " + axis, t -> t.get(0).gather(t.get(1), axis), x, indices));
    }

    private static void indexSelect(List<GradientRecord> records, int axis, HostArray indices, HostArray x) {
        records.add(GradientRecord.of(
                "indexSelect(Tensor, int)", "over " + axis, t -> t.get(0).indexSelect(t.get(1), axis), x, indices));
    }

    private static void scatterAdd(
            List<GradientRecord> records, int axis, HostArray x, HostArray indices, HostArray updates) {
        records.add(GradientRecord.of(
                "scatterAdd(Tensor, Tensor, int)",
                "over " + axis,
                t -> t.get(0).scatterAdd(t.get(1), t.get(2), axis),
                x,
                indices,
                updates));
    }

    private static HostArray longs(Shape shape, long... values) {
        return HostArray.wrap(values, shape);
    }

    private static void add(
            List<GradientRecord> records, String operation, String call, Shape shape, UnaryOperator<Tensor> function) {
        records.add(GradientRecord.of(operation, call, x -> function.apply(x.get(0)), POINTS.of(shape)));
    }
}
