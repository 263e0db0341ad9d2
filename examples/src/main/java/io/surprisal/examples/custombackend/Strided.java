package io.surprisal.examples.custombackend;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;
import java.util.Arrays;

/**
 * The array type: words that never change, and where among them each element stands. A word is the bits of a double for both floating
 * types, the number itself for integers, and 0 or 1 for BOOL. Several arrays may show the same words; the garbage collector frees them.
 */
final class Strided {
    final Shape shape;
    final DType dtype;
    final int[] strides;
    final int first;
    private final long[] words;

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

    /** The same words in another arrangement. */
    Strided view(Shape other, int[] otherStrides, int otherFirst) {
        return new Strided(words, other, dtype, otherStrides, otherFirst);
    }

    Strided broadcast(Shape out) {
        int[] repeated = new int[out.rank()];
        int lead = out.rank() - shape.rank();
        for (int axis = 0; axis < shape.rank(); axis++) {
            repeated[lead + axis] = shape.at(axis) == 1 ? 0 : strides[axis];
        }
        return view(out, repeated, first);
    }

    Strided transpose(int... axes) {
        int[] dims = Arrays.stream(axes).map(shape::at).toArray();
        return view(
                Shape.of(dims), Arrays.stream(axes).map(axis -> strides[axis]).toArray(), first);
    }

    /** The words in row-major order, copied. */
    long[] packed() {
        return Arrays.stream(Offsets.strided(strides, first, shape))
                .mapToLong(i -> words[i])
                .toArray();
    }

    /** Floating elements in row-major order, copied. */
    double[] reals() {
        return Arrays.stream(packed()).mapToDouble(Double::longBitsToDouble).toArray();
    }

    static Strided fromHost(HostArray data) {
        long[] words = new long[data.shape().size()];
        Arrays.setAll(
                words,
                i -> data.dtype() == DType.INT64
                        ? data.longs()[i]
                        : convert(Double.doubleToRawLongBits(data.doubleAt(i)), DType.FLOAT64, data.dtype()));
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
}
