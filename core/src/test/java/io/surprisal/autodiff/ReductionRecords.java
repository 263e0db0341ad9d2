package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.ReduceOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reductions over all, some and no elements; running sums and sorting. */
final class ReductionRecords {
    private static final SmoothPoints POINTS = between(-1.8, 1.7);

    private ReductionRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        for (ReduceOp op : ReduceOp.values()) {
            boolean ofNothing = op == ReduceOp.SUM || op == ReduceOp.PRODUCT;
            each(records, "reduce(ReduceOp, int[])", op.name(), ofNothing, (x, axes) -> x.reduce(op, axes));
            each(
                    records,
                    "reduceKeeping(ReduceOp, int[])",
                    op.name(),
                    ofNothing,
                    (x, axes) -> x.reduceKeeping(op, axes));
        }
        each(records, "sum(int[])", "", true, Tensor::sum);
        each(records, "product(int[])", "", true, Tensor::product);
        each(records, "max(int[])", "", false, Tensor::max);
        each(records, "min(int[])", "", false, Tensor::min);
        each(records, "mean(int[])", "", true, Tensor::mean);
        each(records, "logSumExp(int[])", "", true, Tensor::logSumExp);
        each(records, "variance(int[])", "", true, Tensor::variance);
        spreads(records);
        HostArray zeros = HostArray.wrap(new double[] {0.7, 0, -1.2, 0, 0, 0.4}, Shape.of(2, 3));
        records.add(GradientRecord.of(
                "product(int[])", "with zeros over 1", x -> x.get(0).product(1), zeros));
        records.add(
                GradientRecord.of("product(int[])", "with zeros", x -> x.get(0).product(), zeros));
        for (Shape shape : List.of(Shape.of(0), Shape.of(1), Shape.of(5), Shape.of(5, 0), Shape.of(1, 5, 1))) {
            for (int axis = 0; axis < shape.rank(); axis++) {
                int along = axis;
                HostArray x = POINTS.of(shape);
                records.add(GradientRecord.of(
                        "cumsum(int)", "over " + axis, t -> t.get(0).cumsum(along), x));
                records.add(GradientRecord.of(
                        "sort(int)", "over " + axis, t -> t.get(0).sort(along), x));
            }
        }
        return records;
    }

    /** Where there is one element the deviation is 0, at which a root has no derivative. */
    private static void spreads(List<GradientRecord> records) {
        for (int[] axes : new int[][] {{}, {0}, {1}, {0, 1}}) {
            String call = "over " + Arrays.toString(axes);
            HostArray x = POINTS.of(3, 2);
            records.add(GradientRecord.of(
                    "sampleVariance(int[])", call, t -> t.get(0).sampleVariance(axes), x));
            records.add(GradientRecord.of(
                    "standardDeviation(int[])", call, t -> t.get(0).standardDeviation(axes), x));
            records.add(GradientRecord.of(
                    "sampleStandardDeviation(int[])", call, t -> t.get(0).sampleStandardDeviation(axes), x));
        }
        records.add(GradientRecord.of(
                "standardDeviation(int[])", "over 1", t -> t.get(0).standardDeviation(1), POINTS.of(1, 5, 1)));
        records.add(GradientRecord.of(
                "standardDeviation(int[])", "over 0", t -> t.get(0).standardDeviation(0), POINTS.of(5, 0)));
    }

    private static void each(
            List<GradientRecord> records, String operation, String call, boolean ofNothing, OverAxes function) {
        for (Shape shape : GradientRegistry.SHAPES) {
            if (ofNothing || !shape.isEmpty()) {
                add(records, operation, call, function, shape, new int[0]);
            }
        }
        add(records, operation, call, function, Shape.of(5), 0);
        add(records, operation, call, function, Shape.of(5, 0), 0);
        add(records, operation, call, function, Shape.of(1, 5, 1), 1);
        add(records, operation, call, function, Shape.of(1, 5, 1), 0, -1);
        add(records, operation, call, function, Shape.of(2, 3), 0);
        add(records, operation, call, function, Shape.of(2, 3), -1);
        add(records, operation, call, function, Shape.of(2, 3, 2), 0, 2);
        add(records, operation, call, function, Shape.of(2, 3, 2), 1);
    }

    private static void add(
            List<GradientRecord> records, String operation, String call, OverAxes f, Shape shape, int... axes) {
        records.add(GradientRecord.of(operation, call, x -> f.apply(x.get(0), axes), POINTS.of(shape)));
    }

    @FunctionalInterface
    private interface OverAxes {
        Tensor apply(Tensor x, int... axes);
    }
}
