package io.surprisal.tensor.reference;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;
import java.util.List;

/** Kernels that move elements: each says from which offset every element of its result comes. */
final class Moving {
    private Moving() {}

    /** The one primitive: element i of the result is the element at {@code offsets[i]}, bit for bit. */
    static ReferenceArray take(ReferenceArray a, int[] offsets, Shape out) {
        int n = offsets.length;
        return ReferenceArray.wrap(
                switch (a.dtype()) {
                    case FLOAT32 -> {
                        float[] from = (float[]) a.elements();
                        float[] result = new float[n];
                        for (int i = 0; i < n; i++) {
                            result[i] = from[offsets[i]];
                        }
                        yield result;
                    }
                    case FLOAT64 -> {
                        double[] from = (double[]) a.elements();
                        double[] result = new double[n];
                        for (int i = 0; i < n; i++) {
                            result[i] = from[offsets[i]];
                        }
                        yield result;
                    }
                    case INT32 -> {
                        int[] from = (int[]) a.elements();
                        int[] result = new int[n];
                        for (int i = 0; i < n; i++) {
                            result[i] = from[offsets[i]];
                        }
                        yield result;
                    }
                    case INT64 -> {
                        long[] from = (long[]) a.elements();
                        long[] result = new long[n];
                        for (int i = 0; i < n; i++) {
                            result[i] = from[offsets[i]];
                        }
                        yield result;
                    }
                    case BOOL -> {
                        boolean[] from = (boolean[]) a.elements();
                        boolean[] result = new boolean[n];
                        for (int i = 0; i < n; i++) {
                            result[i] = from[offsets[i]];
                        }
                        yield result;
                    }
                },
                out,
                a.dtype());
    }

    static ReferenceArray full(Shape shape, DType dtype, double value) {
        ReferenceArray one = ReferenceArray.ofReals(new double[] {value}, Shape.scalar(), dtype);
        return take(one, new int[shape.size()], shape);
    }

    static ReferenceArray broadcastTo(ReferenceArray a, Shape out) {
        return take(a, Offsets.broadcast(a.shape(), out), out);
    }

    static ReferenceArray transpose(ReferenceArray a, int[] permutation, Shape out) {
        int[] own = a.shape().strides();
        int[] strides = new int[permutation.length];
        for (int i = 0; i < strides.length; i++) {
            strides[i] = own[permutation[i]];
        }
        return take(a, Offsets.strided(strides, 0, out), out);
    }

    static ReferenceArray reverse(ReferenceArray a, int[] axes) {
        int[] strides = a.shape().strides();
        int first = 0;
        for (int axis : axes) {
            first += strides[axis] * (a.shape().at(axis) - 1);
            strides[axis] = -strides[axis];
        }
        return take(a, Offsets.strided(strides, first, a.shape()), a.shape());
    }

    static ReferenceArray slice(ReferenceArray a, int[] starts, int[] steps, Shape out) {
        int[] strides = a.shape().strides();
        int first = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            first += strides[axis] * starts[axis];
            strides[axis] *= steps[axis];
        }
        return take(a, Offsets.strided(strides, first, out), out);
    }

    /** The padding value stands before the elements, at offset 0. */
    static ReferenceArray pad(ReferenceArray a, int[] low, int[] interior, double value, Shape out) {
        int[] strides = out.strides();
        int first = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            first += strides[axis] * low[axis];
            strides[axis] *= interior[axis] + 1;
        }
        int[] places = Offsets.strided(strides, first, a.shape());
        int[] offsets = new int[out.size()];
        for (int i = 0; i < places.length; i++) {
            offsets[places[i]] = 1 + i;
        }
        return take(join(List.of(full(Shape.scalar(), a.dtype(), value), a)), offsets, out);
    }

    static ReferenceArray where(ReferenceArray condition, ReferenceArray a, ReferenceArray b, Shape out) {
        boolean[] chosen = (boolean[]) condition.elements();
        int[] atCondition = Offsets.broadcast(condition.shape(), out);
        int[] atA = Offsets.broadcast(a.shape(), out);
        int[] atB = Offsets.broadcast(b.shape(), out);
        int[] offsets = new int[out.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = chosen[atCondition[i]] ? atA[i] : a.shape().size() + atB[i];
        }
        return take(join(List.of(a, b)), offsets, out);
    }

    static ReferenceArray concat(List<ReferenceArray> arrays, int axis, Shape out) {
        int outer = out.axes(0, axis).size();
        int[] offsets = new int[out.size()];
        int next = 0;
        for (int row = 0; row < outer; row++) {
            int before = 0;
            for (ReferenceArray array : arrays) {
                int run = array.shape().size() / outer;
                for (int i = 0; i < run; i++) {
                    offsets[next++] = before + row * run + i;
                }
                before += array.shape().size();
            }
        }
        return take(join(arrays), offsets, out);
    }

    /** The elements of arrays of one type, one array after the other. */
    private static ReferenceArray join(List<ReferenceArray> arrays) {
        int size = 0;
        for (ReferenceArray array : arrays) {
            size = Math.addExact(size, array.shape().size());
        }
        DType dtype = arrays.get(0).dtype();
        Object elements =
                ReferenceArray.fromHost(HostArray.zeros(Shape.of(size), dtype)).elements();
        int before = 0;
        for (ReferenceArray array : arrays) {
            System.arraycopy(
                    array.elements(), 0, elements, before, array.shape().size());
            before += array.shape().size();
        }
        return ReferenceArray.wrap(elements, Shape.of(size), dtype);
    }
}
