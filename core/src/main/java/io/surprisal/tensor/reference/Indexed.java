package io.surprisal.tensor.reference;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;

/** Taking and adding along an axis by index. */
final class Indexed {
    private Indexed() {}

    static ReferenceArray gather(ReferenceArray a, ReferenceArray indices, int axis, Shape out) {
        return Moving.take(a, places(a.shape(), indices, axis, out), out);
    }

    static ReferenceArray scatterAdd(ReferenceArray a, ReferenceArray indices, ReferenceArray updates, int axis) {
        int[] places = places(a.shape(), indices, axis, updates.shape());
        if (!a.dtype().isFloating()) {
            long[] result = a.integers().clone();
            long[] x = updates.integers();
            for (int i = 0; i < places.length; i++) {
                result[places[i]] += x[i];
            }
            return ReferenceArray.ofIntegers(result, a.shape(), a.dtype());
        }
        double[] result = a.reals().clone();
        double[] x = updates.reals();
        for (int i = 0; i < places.length; i++) {
            result[places[i]] += x[i];
        }
        return ReferenceArray.ofReals(result, a.shape(), a.dtype());
    }

    /** For each element of {@code selection}, the offset in an array of shape {@code from} that its index names. */
    private static int[] places(Shape from, ReferenceArray indices, int axis, Shape selection) {
        int[] strides = from.strides();
        int stride = strides[axis];
        strides[axis] = 0;
        int[] places = Offsets.strided(strides, 0, selection);
        int[] atIndex = Offsets.broadcast(indices.shape(), selection);
        long[] index = indices.integers();
        for (int i = 0; i < places.length; i++) {
            places[i] += stride * (int) index[atIndex[i]];
        }
        return places;
    }
}
