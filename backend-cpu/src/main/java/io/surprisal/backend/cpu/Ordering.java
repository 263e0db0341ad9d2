package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import java.util.Arrays;

/** Positions by size: numbers ascend, −0 equals 0, and NaN comes after all of them. */
final class Ordering {
    private final CpuArrays arrays;

    Ordering(CpuArrays arrays) {
        this.arrays = arrays;
    }

    CpuArray argmax(CpuArray a, int axis, Shape out) {
        CpuArray y = arrays.make(out, DType.INT64);
        Lanes lanes = Lanes.along(axis, a.shape());
        long result = 0;
        for (int outer = 0; outer < lanes.outer(); outer++) {
            for (int inner = 0; inner < lanes.inner(); inner++) {
                long start = (long) outer * lanes.length() * lanes.inner() + inner;
                int best = 0;
                long most = key(a, start);
                for (int i = 1; i < lanes.length(); i++) {
                    long candidate = key(a, start + (long) i * lanes.inner());
                    if (candidate > most) {
                        best = i;
                        most = candidate;
                    }
                }
                y.memory().putLong(result++, best);
            }
        }
        return y;
    }

    CpuArray argsort(CpuArray a, int axis) {
        CpuArray y = arrays.make(a.shape(), DType.INT64);
        Lanes lanes = Lanes.along(axis, a.shape());
        long[] keys = new long[lanes.length()];
        for (int outer = 0; outer < lanes.outer(); outer++) {
            for (int inner = 0; inner < lanes.inner(); inner++) {
                long start = (long) outer * lanes.length() * lanes.inner() + inner;
                for (int i = 0; i < keys.length; i++) {
                    keys[i] = key(a, start + (long) i * lanes.inner());
                }
                int[] order = a.dtype().bytes() == Integer.BYTES ? sortShort(keys) : sortLong(keys);
                for (int i = 0; i < order.length; i++) {
                    y.memory().putLong(start + (long) i * lanes.inner(), order[i]);
                }
            }
        }
        return y;
    }

    /** A whole number that orders as the element does. */
    private static long key(CpuArray a, long index) {
        return switch (a.dtype()) {
            case FLOAT32 -> {
                // Adding 0 makes 0 of −0; negative floats order against their bits.
                int bits = Float.floatToIntBits(a.memory().getFloat(index) + 0f);
                yield bits ^ ((bits >> 31) & Integer.MAX_VALUE);
            }
            case FLOAT64 -> {
                long bits = Double.doubleToLongBits(a.memory().getDouble(index) + 0.0);
                yield bits ^ ((bits >> 63) & Long.MAX_VALUE);
            }
            case INT32 -> a.memory().getInt(index);
            case INT64 -> a.memory().getLong(index);
            case BOOL -> a.memory().getByte(index);
        };
    }

    /** Keys of 32 bits sort together with their positions, which makes equal keys keep their order. */
    private static int[] sortShort(long[] keys) {
        long[] pairs = new long[keys.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (keys[i] << 32) | i;
        }
        Arrays.sort(pairs);
        int[] order = new int[pairs.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) pairs[i];
        }
        return order;
    }

    /** Merge sort from runs of one upwards, which is stable: of equals the left one goes first. */
    private static int[] sortLong(long[] keys) {
        int n = keys.length;
        int[] from = new int[n];
        int[] to = new int[n];
        for (int i = 0; i < n; i++) {
            from[i] = i;
        }
        for (long run = 1; run < n; run *= 2) {
            for (long left = 0; left < n; left += 2 * run) {
                int i = (int) left;
                int middle = (int) Math.min(left + run, n);
                int end = (int) Math.min(left + 2 * run, n);
                int j = middle;
                for (int k = i; k < end; k++) {
                    boolean takeLeft = j == end || (i < middle && keys[from[i]] <= keys[from[j]]);
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
