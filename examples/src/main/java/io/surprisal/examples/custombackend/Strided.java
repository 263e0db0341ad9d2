package io.surprisal.examples.custombackend;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The array type: words, and where among them each element stands; several arrays may show the same words. A word is the bits of a double
 * for both floating types, the number itself for integers, and 0 or 1 for BOOL. None changes once a kernel has returned it.
 */
@SuppressWarnings("ArrayRecordComponent") // Arrays are never compared.
record Strided(long[] words, Shape shape, DType dtype, int first, int[] strides) {
    /** From new words in row-major order, computed in double precision or 64 bits as {@code from} is floating or not. */
    static Strided of(long[] words, DType from, Shape shape, DType dtype) {
        Arrays.setAll(words, i -> cast(words[i], from, dtype));
        return new Strided(words, shape, dtype, 0, shape.strides());
    }

    static Strided of(double[] reals, Shape shape, DType dtype) {
        long[] words =
                Arrays.stream(reals).mapToLong(Double::doubleToRawLongBits).toArray();
        return of(words, DType.FLOAT64, shape, dtype);
    }

    static Strided filled(double value, Shape shape, DType dtype) {
        return of(new double[] {value}, Shape.scalar(), dtype).broadcast(shape);
    }

    private static long cast(long word, DType from, DType to) {
        double real = from.isFloating() ? Double.longBitsToDouble(word) : word;
        return switch (to) {
            case FLOAT32 -> Double.doubleToRawLongBits(from.isFloating() ? (float) real : (float) word);
            case FLOAT64 -> Double.doubleToRawLongBits(real);
            case INT32 -> from.isFloating() ? (int) real : (int) word;
            case INT64 -> from.isFloating() ? (long) real : word;
            case BOOL -> real != 0 ? 1 : 0;
        };
    }

    /** Where each element stands, in row-major order. */
    int[] offsets() {
        return Offsets.strided(strides, first, shape);
    }

    /** The elements in row-major order, copied. */
    long[] elements() {
        return Arrays.stream(offsets()).mapToLong(i -> words[i]).toArray();
    }

    /** Floating elements in row-major order, copied. */
    double[] reals() {
        return Arrays.stream(elements()).mapToDouble(Double::longBitsToDouble).toArray();
    }

    /** The elements as new words under a shape of equal size. */
    Strided packed(Shape out) {
        return new Strided(elements(), out, dtype, 0, out.strides());
    }

    /** The same words in another arrangement: first the one at {@code start}, and along axis i the next {@code stride(i)} words on. */
    Strided view(Shape out, int start, IntUnaryOperator stride) {
        int[] steps = IntStream.range(0, out.rank()).map(stride).toArray();
        return new Strided(words, out, dtype, start, steps);
    }

    Strided broadcast(Shape out) {
        int lead = out.rank() - shape.rank();
        return view(out, first, i -> i < lead || shape.at(i - lead) == 1 ? 0 : strides[i - lead]);
    }

    Strided transpose(int... axes) {
        Shape out = Shape.of(Arrays.stream(axes).map(shape::at).toArray());
        return view(out, first, i -> strides[axes[i]]);
    }

    /** Along each axis i, elements {@code steps[i]} apart from {@code starts[i]} on. */
    Strided slice(int[] starts, IntUnaryOperator steps, Shape out) {
        IntStream skipped = IntStream.range(0, starts.length).map(i -> strides[i] * starts[i]);
        return view(out, first + skipped.sum(), i -> strides[i] * steps.applyAsInt(i));
    }
}
