package io.surprisal.tensor.spi;

import io.surprisal.tensor.Shape;

/** Row-major positions: where element i of a result comes from in an argument. */
public final class Offsets {
    private Offsets() {}

    /**
     * {@return for each element of {@code out}, its offset in an array of shape {@code from} that broadcasts to it}
     *
     * @param from the argument's shape
     * @param out the result's shape
     */
    public static int[] broadcast(Shape from, Shape out) {
        int[] strides = new int[out.rank()];
        int[] own = from.strides();
        int lead = out.rank() - from.rank();
        for (int axis = 0; axis < from.rank(); axis++) {
            strides[lead + axis] = from.at(axis) == 1 ? 0 : own[axis];
        }
        return strided(strides, 0, out);
    }

    /**
     * {@return for each element of {@code out}, {@code first} + Σ index·stride}
     *
     * @param strides the source's stride along each axis
     * @param first the first offset
     * @param out the result's shape
     */
    public static int[] strided(int[] strides, int first, Shape out) {
        int[] offsets = new int[out.size()];
        int last = out.rank() - 1;
        int length = last < 0 ? 1 : out.at(last);
        int stride = last < 0 ? 0 : strides[last];
        int[] index = new int[out.rank()];
        int row = first;
        for (int start = 0; start < offsets.length; start += length) {
            for (int i = 0; i < length; i++) {
                offsets[start + i] = row + i * stride;
            }
            for (int axis = last - 1; axis >= 0; axis--) {
                row += strides[axis];
                if (++index[axis] < out.at(axis)) {
                    break;
                }
                row -= strides[axis] * index[axis];
                index[axis] = 0;
            }
        }
        return offsets;
    }
}
