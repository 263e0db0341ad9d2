package io.surprisal.tensor.spi;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.function.IntBinaryOperator;

/** Positions by size, found on the host: numbers ascend, −0 equals 0, and NaN comes after all of them. */
final class HostOrdering {
    private HostOrdering() {}

    /** Compares the elements at two offsets. */
    private static IntBinaryOperator comparator(HostArray a) {
        if (!a.dtype().isFloating()) {
            long[] x = a.toLongs();
            return (i, j) -> Long.compare(x[i], x[j]);
        }
        double[] x = a.toDoubles();
        return (i, j) -> {
            if (x[i] < x[j]) {
                return -1;
            }
            return x[i] > x[j] ? 1 : Boolean.compare(Double.isNaN(x[i]), Double.isNaN(x[j]));
        };
    }

    static HostArray argmax(HostArray a, int axis, Shape out) {
        IntBinaryOperator comparator = comparator(a);
        Lanes lanes = Lanes.along(axis, a.shape());
        long[] result = new long[lanes.count()];
        for (int lane = 0; lane < result.length; lane++) {
            int start = lanes.start(lane);
            int best = 0;
            for (int i = 1; i < lanes.length(); i++) {
                if (comparator.applyAsInt(start + i * lanes.stride(), start + best * lanes.stride()) > 0) {
                    best = i;
                }
            }
            result[lane] = best;
        }
        return HostArray.wrap(result, out);
    }

    static HostArray argsort(HostArray a, int axis) {
        IntBinaryOperator comparator = comparator(a);
        Lanes lanes = Lanes.along(axis, a.shape());
        long[] result = new long[a.shape().size()];
        for (int lane = 0; lane < lanes.count(); lane++) {
            int start = lanes.start(lane);
            int[] offsets = new int[lanes.length()];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = start + i * lanes.stride();
            }
            int[] sorted = sort(offsets, comparator);
            for (int i = 0; i < sorted.length; i++) {
                int place = (sorted[i] - start) / lanes.stride();
                result[start + i * lanes.stride()] = place;
            }
        }
        return HostArray.wrap(result, a.shape());
    }

    /** Merge sort from runs of one upwards, which is stable: of equals the left one goes first. */
    private static int[] sort(int[] values, IntBinaryOperator comparator) {
        int n = values.length;
        int[] from = values;
        int[] to = new int[n];
        for (long run = 1; run < n; run *= 2) {
            for (long left = 0; left < n; left += 2 * run) {
                int middle = (int) Math.min(left + run, n);
                int end = (int) Math.min(left + 2 * run, n);
                int i = (int) left;
                int j = middle;
                for (int k = i; k < end; k++) {
                    boolean takeLeft = j == end || (i < middle && comparator.applyAsInt(from[i], from[j]) <= 0);
                    to[k] = takeLeft ? from[i++] : from[j++];
                }
            }
            int[] merged = to;
            to = from;
            from = merged;
        }
        return from;
    }
}
