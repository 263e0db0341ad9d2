package io.surprisal.tensor.reference;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Row-major elements in one Java array: {@code float[]}, {@code double[]}, {@code int[]}, {@code long[]} or {@code boolean[]}.
 *
 * <p>Kernels read it through one of two views and never write to it: {@link #reals()} of floating elements, {@link #integers()} of
 * the others. Both are exact.
 */
final class ReferenceArray {
    private final Shape shape;
    private final DType dtype;

    /** Null after release, so that a use of a released array fails at once. */
    private volatile @Nullable Object elements;

    private ReferenceArray(Object elements, Shape shape, DType dtype) {
        this.elements = elements;
        this.shape = shape;
        this.dtype = dtype;
    }

    /** Elements of the type's own Java array, which nobody writes to afterwards. */
    static ReferenceArray wrap(Object elements, Shape shape, DType dtype) {
        return new ReferenceArray(elements, shape, dtype);
    }

    /** Real numbers as any type, by the rules of {@code cast}. */
    static ReferenceArray ofReals(double[] values, Shape shape, DType dtype) {
        return wrap(elements(HostArray.fromReals(values, shape, dtype)), shape, dtype);
    }

    /** Whole numbers as any type, by the rules of {@code cast}. */
    static ReferenceArray ofIntegers(long[] values, Shape shape, DType dtype) {
        return wrap(elements(HostArray.fromIntegers(values, shape, dtype)), shape, dtype);
    }

    private static Object elements(HostArray data) {
        return switch (data.dtype()) {
            case FLOAT32 -> data.floats();
            case FLOAT64 -> data.doubles();
            case INT32 -> data.ints();
            case INT64 -> data.longs();
            case BOOL -> data.booleans();
        };
    }

    static ReferenceArray fromHost(HostArray data) {
        Object copy = switch (data.dtype()) {
            case FLOAT32 -> data.floats().clone();
            case FLOAT64 -> data.doubles().clone();
            case INT32 -> data.ints().clone();
            case INT64 -> data.longs().clone();
            case BOOL -> data.booleans().clone();
        };
        return wrap(copy, data.shape(), data.dtype());
    }

    HostArray toHost() {
        return switch (dtype) {
            case FLOAT32 -> HostArray.wrap(((float[]) elements()).clone(), shape);
            case FLOAT64 -> HostArray.wrap(((double[]) elements()).clone(), shape);
            case INT32 -> HostArray.wrap(((int[]) elements()).clone(), shape);
            case INT64 -> HostArray.wrap(((long[]) elements()).clone(), shape);
            case BOOL -> HostArray.wrap(((boolean[]) elements()).clone(), shape);
        };
    }

    Shape shape() {
        return shape;
    }

    DType dtype() {
        return dtype;
    }

    /** The Java array itself. */
    Object elements() {
        Object present = elements;
        if (present == null) {
            throw new IllegalStateException("reference: an array " + shape + " " + dtype
                    + " is used after its release. Release arrays after their last use.");
        }
        return present;
    }

    /** Floating elements as doubles, for reading. */
    double[] reals() {
        if (dtype == DType.FLOAT64) {
            return (double[]) elements();
        }
        float[] own = (float[]) elements();
        double[] result = new double[own.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = own[i];
        }
        return result;
    }

    /** Integer or BOOL elements as longs, for reading; true is 1. */
    long[] integers() {
        if (dtype == DType.INT64) {
            return (long[]) elements();
        }
        long[] result = new long[shape.size()];
        if (dtype == DType.INT32) {
            int[] own = (int[]) elements();
            for (int i = 0; i < result.length; i++) {
                result[i] = own[i];
            }
        } else {
            boolean[] own = (boolean[]) elements();
            for (int i = 0; i < result.length; i++) {
                result[i] = own[i] ? 1 : 0;
            }
        }
        return result;
    }

    /** The same elements in another type. */
    ReferenceArray as(DType other) {
        return dtype.isFloating() ? ofReals(reals(), shape, other) : ofIntegers(integers(), shape, other);
    }

    /** The same elements under another shape of equal size; elements never change, so the two share them. */
    ReferenceArray as(Shape other) {
        return wrap(elements(), other, dtype);
    }

    /** Lets the elements go; a second release is a mistake of the caller. */
    void release() {
        elements();
        elements = null;
    }
}
