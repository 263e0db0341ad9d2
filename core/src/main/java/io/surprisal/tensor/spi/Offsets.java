package io.surprisal.tensor.spi;

import io.surprisal.tensor.Shape;

/** Row-major positions: where element i of a result comes from in an argument. */
public final class Offsets {
    private Offsets() {}

    /** For each element of {@code out}, its offset in an array of shape {@code from} that broadcasts to it. */
    public static int[] broadcast(Shape from, Shape out) {
        int[] strides = new int[out.rank()];
        int[] own = from.strides();
        int lead = out.rank() - from.rank();
        for (int axis = 0; axis < from.rank(); axis++) {
            strides[lead + axis] = from.at(axis) == 1 ? 0 : own[axis];
        }
        return strided(strides, 0, out);
    }

    /** For each element of {@code out}, {@code first} + Σ index·stride. */
    public static int[] strided(int[] strides, int first, Shape out) {
        int[] offsets = new int[out.size()];
        int[] index = new int[out.rank()];
        int offset = first;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = offset;
            for (int axis = index.length - 1; axis >= 0; axis--) {
                offset += strides[axis];
                if (++index[axis] < out.at(axis)) {
                    break;
                }
                offset -= strides[axis] * index[axis];
                index[axis] = 0;
            }
        }
        return offsets;
    }
}
