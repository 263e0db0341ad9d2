package io.surprisal.distributions.family;

import io.surprisal.tensor.Tensor;

/** Sums over the axes of an event, which are the last. */
public final class TrailingAxes {
    private TrailingAxes() {}

    /**
     * {@return the sums over the last axes}
     *
     * @param x what is summed
     * @param axes over how many axes
     */
    public static Tensor sum(Tensor x, int axes) {
        if (axes == 0) {
            return x;
        }
        int[] last = new int[axes];
        for (int i = 0; i < axes; i++) {
            last[i] = -1 - i;
        }
        return x.sum(last);
    }
}
