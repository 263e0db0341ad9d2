package io.surprisal.examples.custombackend;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;

/** Where elements go in a row-major result. */
final class Places {
    private Places() {}

    /** Puts an array into a larger one, {@code low} places from its start and {@code interior} places apart, along each axis. */
    static void put(Strided a, int[] low, int[] interior, long[] words, Shape out) {
        int[] strides = out.strides();
        int first = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            first += strides[axis] * low[axis];
            strides[axis] *= interior[axis] + 1;
        }
        int[] places = Offsets.strided(strides, first, a.shape);
        long[] elements = a.packed();
        for (int i = 0; i < places.length; i++) {
            words[places[i]] = elements[i];
        }
    }

    /** For each element of {@code selection}, the place in an array of shape {@code from} that its index names. */
    static int[] named(Shape from, Strided indices, int axis, Shape selection) {
        int[] strides = from.strides();
        int stride = strides[axis];
        strides[axis] = 0;
        int[] places = Offsets.strided(strides, 0, selection);
        long[] index = indices.broadcast(selection).packed();
        for (int i = 0; i < places.length; i++) {
            places[i] += stride * (int) index[i];
        }
        return places;
    }
}
