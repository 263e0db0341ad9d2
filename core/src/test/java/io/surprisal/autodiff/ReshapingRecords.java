package io.surprisal.autodiff;

import static io.surprisal.autodiff.SmoothPoints.between;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Operations that only move, repeat or surround elements. */
final class ReshapingRecords {
    private ReshapingRecords() {}

    static List<GradientRecord> records() {
        List<GradientRecord> records = new ArrayList<>();
        for (Shape shape : GradientRegistry.SHAPES) {
            add(records, "reshape(int[])", "to a column", shape, x -> x.reshape(x.size(), 1));
            add(records, "reshape(Shape)", "to a row", shape, x -> x.reshape(Shape.of(1, x.size())));
            add(records, "flatten()", "", shape, Tensor::flatten);
            add(records, "expandDims(int)", "0", shape, x -> x.expandDims(0));
            add(records, "expandDims(int)", "−1", shape, x -> x.expandDims(-1));
            add(records, "squeeze(int)", "", Shape.of(1).then(shape), x -> x.squeeze(0));
            add(records, "transpose(int[])", "backwards", shape, x -> x.transpose(backwards(x)));
            add(records, "reverse(int[])", "every axis", shape, Tensor::reverse);
            add(
                    records,
                    "broadcastTo(Shape)",
                    "a new axis",
                    shape,
                    x -> x.broadcastTo(Shape.of(2).then(x.shape())));
            add(records, "pad(int[], int[], int[], double)", "", shape, x -> padded(x, 1, 2, 0));
            add(records, "pad(int[], int[], int[], double)", "interior", shape, x -> padded(x, 0, 1, 2));
        }
        add(records, "reshape(int[])", "inferred", Shape.of(2, 3), x -> x.reshape(3, -1));
        add(records, "squeeze(int)", "−1", Shape.of(1, 5, 1), x -> x.squeeze(-1));
        add(records, "transpose(int[])", "2 0 1", Shape.of(2, 3, 4), x -> x.transpose(2, 0, 1));
        add(records, "transpose(int[])", "the same", Shape.of(2, 3), x -> x.transpose(0, 1));
        add(records, "swapAxes(int, int)", "", Shape.of(2, 3, 2), x -> x.swapAxes(0, 1));
        add(records, "swapAxes(int, int)", "", Shape.of(5, 0), x -> x.swapAxes(0, -1));
        add(records, "matrixTranspose()", "", Shape.of(2, 3), Tensor::matrixTranspose);
        add(records, "matrixTranspose()", "", Shape.of(5, 0), Tensor::matrixTranspose);
        add(records, "matrixTranspose()", "", Shape.of(1, 5, 1), Tensor::matrixTranspose);
        add(records, "broadcastTo(Shape)", "itself", Shape.of(5), x -> x.broadcastTo(Shape.of(5)));
        add(records, "broadcastTo(Shape)", "axes of 1", Shape.of(1, 5, 1), x -> x.broadcastTo(Shape.of(3, 2, 5, 2)));
        add(records, "broadcastTo(Shape)", "no elements", Shape.of(1, 1), x -> x.broadcastTo(Shape.of(5, 0)));
        add(records, "reverse(int[])", "0", Shape.of(2, 3), x -> x.reverse(0));
        add(records, "reverse(int[])", "−1", Shape.of(2, 3), x -> x.reverse(-1));
        add(records, "pad(int, int, int, double)", "", Shape.of(5), x -> x.pad(0, 1, 2, 3.5));
        add(records, "pad(int, int, int, double)", "", Shape.of(5, 0), x -> x.pad(1, 1, 0, 3.5));
        add(records, "pad(int, int, int, double)", "nothing", Shape.of(1, 5, 1), x -> x.pad(1, 0, 0, 3.5));
        add(records, "pad(int, int, int, double)", "", Shape.of(1, 5, 1), x -> x.pad(-1, 0, 2, 3.5));
        return records;
    }

    private static Tensor padded(Tensor x, int low, int high, int interior) {
        return x.pad(everywhere(x, low), everywhere(x, high), everywhere(x, interior), 1.5);
    }

    private static int[] backwards(Tensor x) {
        int[] axes = new int[x.rank()];
        Arrays.setAll(axes, i -> axes.length - 1 - i);
        return axes;
    }

    private static int[] everywhere(Tensor x, int value) {
        int[] lengths = new int[x.rank()];
        Arrays.fill(lengths, value);
        return lengths;
    }

    private static void add(
            List<GradientRecord> records, String operation, String call, Shape shape, UnaryOperator<Tensor> function) {
        records.add(GradientRecord.of(
                operation,
                call,
                x -> function.apply(x.get(0)),
                between(-1.8, 1.7).of(shape)));
    }
}
