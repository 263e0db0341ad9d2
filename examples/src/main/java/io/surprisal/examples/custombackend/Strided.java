package io.surprisal.examples.custombackend;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;
import org.jspecify.annotations.Nullable;

/**
 * The array type: words that never change, and where among them each element stands. A word is the bits of a double for both floating
 * types, the number itself for integers, and 0 or 1 for BOOL. Several arrays may show the same words; the garbage collector frees them.
 */
final class Strided {
    final Shape shape;
    final DType dtype;
    private final int[] strides;
    private final int first;
    private volatile long @Nullable [] words;

    private Strided(long[] words, Shape shape, DType dtype, int[] strides, int first) {
        this.words = words;
        this.shape = shape;
        this.dtype = dtype;
        this.strides = strides;
        this.first = first;
    }

    /** From words in row-major order, each valid for the type. */
    static Strided of(long[] words, Shape shape, DType dtype) {
        return new Strided(words, shape, dtype, shape.strides(), 0);
    }

    /** From results in row-major order, rounded or wrapped to the type. */
    static Strided rounded(long[] wide, DType wideType, Shape shape, DType dtype) {
        for (int i = 0; i < wide.length; i++) {
            wide[i] = convert(wide[i], wideType, dtype);
        }
        return of(wide, shape, dtype);
    }

    static Strided ofReals(double[] reals, Shape shape, DType dtype) {
        long[] wide = new long[reals.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = Double.doubleToRawLongBits(reals[i]);
        }
        return rounded(wide, DType.FLOAT64, shape, dtype);
    }

    /** A word of one type as a word of another, by the rules of {@code cast}. */
    static long convert(long word, DType from, DType to) {
        double real = from.isFloating() ? Double.longBitsToDouble(word) : word;
        return switch (to) {
            case FLOAT32 -> Double.doubleToRawLongBits(from.isFloating() ? (float) real : (float) word);
            case FLOAT64 -> Double.doubleToRawLongBits(real);
            case INT32 -> from.isFloating() ? (int) real : (int) word;
            case INT64 -> from.isFloating() ? (long) real : word;
            case BOOL -> real != 0 ? 1 : 0;
        };
    }

    /** The type in which arithmetic is done before its result is rounded. */
    DType wide() {
        return dtype.isFloating() ? DType.FLOAT64 : DType.INT64;
    }

    /** The same words in another arrangement. */
    Strided view(Shape other, int[] otherStrides, int otherFirst) {
        return new Strided(held(), other, dtype, otherStrides, otherFirst);
    }

    int[] strides() {
        return strides.clone();
    }

    int first() {
        return first;
    }

    Strided broadcast(Shape out) {
        int[] repeated = new int[out.rank()];
        int lead = out.rank() - shape.rank();
        for (int axis = 0; axis < shape.rank(); axis++) {
            repeated[lead + axis] = shape.at(axis) == 1 ? 0 : strides[axis];
        }
        return view(out, repeated, first);
    }

    Strided transpose(int... permutation) {
        int[] dims = new int[permutation.length];
        int[] moved = new int[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            dims[i] = shape.at(permutation[i]);
            moved[i] = strides[permutation[i]];
        }
        return view(Shape.of(dims), moved, first);
    }

    /** The words in row-major order, copied. */
    long[] packed() {
        long[] from = held();
        int[] offsets = Offsets.strided(strides, first, shape);
        long[] packed = new long[offsets.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = from[offsets[i]];
        }
        return packed;
    }

    /** Floating elements in row-major order, copied. */
    double[] reals() {
        long[] packed = packed();
        double[] reals = new double[packed.length];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = Double.longBitsToDouble(packed[i]);
        }
        return reals;
    }

    static Strided fromHost(HostArray data) {
        long[] words = new long[data.shape().size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = data.dtype() == DType.INT64
                    ? data.longs()[i]
                    : convert(Double.doubleToRawLongBits(data.doubleAt(i)), DType.FLOAT64, data.dtype());
        }
        return of(words, data.shape(), data.dtype());
    }

    HostArray toHost() {
        HostArray host = HostArray.zeros(shape, dtype);
        long[] packed = packed();
        for (int i = 0; i < packed.length; i++) {
            switch (dtype) {
                case FLOAT32 -> host.floats()[i] = (float) Double.longBitsToDouble(packed[i]);
                case FLOAT64 -> host.doubles()[i] = Double.longBitsToDouble(packed[i]);
                case INT32 -> host.ints()[i] = (int) packed[i];
                case INT64 -> host.longs()[i] = packed[i];
                case BOOL -> host.booleans()[i] = packed[i] != 0;
            }
        }
        return host;
    }

    void release() {
        held();
        words = null;
    }

    private long[] held() {
        long[] present = words;
        if (present == null) {
            throw new IllegalStateException("strided: an array " + shape + " " + dtype + " is used after its release.");
        }
        return present;
    }
}
