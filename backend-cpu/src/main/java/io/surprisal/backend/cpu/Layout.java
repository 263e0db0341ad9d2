package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;
import java.util.Arrays;

/**
 * Where the elements of a result, in its row-major order, lie in an array: a first offset, and lengths with strides from the outermost
 * axis to the innermost. Axes of length 1 are dropped, and axes that continue each other are one, so most layouts have one or two.
 */
final class Layout {
    private final long start;
    private final int[] lengths;
    private final long[] strides;

    private Layout(long start, int[] lengths, long[] strides) {
        this.start = start;
        this.lengths = lengths;
        this.strides = strides;
    }

    /** Every element in order. */
    static Layout dense(int size) {
        return new Layout(0, new int[] {size}, new long[] {1});
    }

    /** Of an array that broadcasts to {@code out}. */
    static Layout broadcast(Shape from, Shape out) {
        if (from.size() == out.size()) {
            return dense(out.size());
        }
        long[] strides = new long[out.rank()];
        int lead = out.rank() - from.rank();
        long stride = 1;
        for (int axis = from.rank() - 1; axis >= 0; axis--) {
            int length = from.at(axis);
            strides[lead + axis] = length == 1 ? 0 : stride;
            stride *= length;
        }
        return strided(0, strides, out);
    }

    /** Element (i, j, …) of {@code out} at {@code start + i·strides[0] + j·strides[1] + …}. */
    static Layout strided(long start, long[] strides, Shape out) {
        int[] lengths = new int[out.rank()];
        long[] merged = new long[out.rank()];
        int first = out.rank();
        for (int axis = out.rank() - 1; axis >= 0; axis--) {
            int length = out.at(axis);
            if (length == 1) {
                continue;
            }
            if (first < lengths.length && strides[axis] == merged[first] * lengths[first]) {
                lengths[first] *= length;
            } else {
                first--;
                lengths[first] = length;
                merged[first] = strides[axis];
            }
        }
        if (first == lengths.length) {
            return new Layout(start, new int[] {1}, new long[] {1});
        }
        return new Layout(
                start,
                Arrays.copyOfRange(lengths, first, lengths.length),
                Arrays.copyOfRange(merged, first, merged.length));
    }

    /** Row-major strides of a shape, as longs. */
    static long[] rowMajor(Shape shape) {
        long[] strides = new long[shape.rank()];
        long stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.at(axis);
        }
        return strides;
    }

    /** The offset of the first element. */
    long start() {
        return start;
    }

    int length(int axis) {
        return lengths[axis];
    }

    /** Between neighbours along an axis: 0 repeats, a negative one runs backwards. */
    long stride(int axis) {
        return strides[axis];
    }

    /** At least 1. */
    int rank() {
        return lengths.length;
    }

    boolean isDense() {
        return lengths.length == 1 && strides[0] == 1;
    }
}
