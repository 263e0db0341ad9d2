package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The arguments at which elementwise functions are compared: zeros, infinities, NaN, subnormal and huge numbers, neighbours of 1 and of
 * the points where results overflow, every magnitude of the type, and many ordinary numbers. The lengths are odd, so that a kernel's
 * vector loop leaves a tail.
 */
final class Grid {
    private static final int ORDINARY = 1500;

    private Grid() {}

    /** Numbers at which kernels go wrong, of either sign. */
    static double[] special(DType dtype) {
        return switch (dtype) {
            case FLOAT32 ->
                both(
                        0,
                        Float.MIN_VALUE,
                        1e-41,
                        Float.MIN_NORMAL,
                        1e-30,
                        1e-7,
                        1e-3,
                        0.5,
                        Math.nextDown(1f),
                        1,
                        Math.nextUp(1f),
                        1.5,
                        2,
                        2.5,
                        3,
                        (float) Math.PI,
                        10,
                        88,
                        100,
                        8388607.5,
                        16777217,
                        1e10,
                        1e30,
                        Float.MAX_VALUE);
            case FLOAT64 ->
                both(
                        0,
                        Double.MIN_VALUE,
                        1e-310,
                        Double.MIN_NORMAL,
                        1e-200,
                        1e-16,
                        1e-3,
                        0.5,
                        Math.nextDown(1.0),
                        1,
                        Math.nextUp(1.0),
                        1.5,
                        2,
                        2.5,
                        3,
                        Math.PI,
                        10,
                        88,
                        700,
                        4503599627370495.5,
                        9007199254740993.0,
                        1e100,
                        1e300,
                        Double.MAX_VALUE);
            case INT32 -> both(0, 1, 2, 3, 7, 46341, Integer.MAX_VALUE, Integer.MIN_VALUE);
            case INT64 -> both(0, 1, 2, 3, 7, 3037000500.0, 0x1p62, 0x1p53, Long.MIN_VALUE);
            case BOOL -> new double[] {0, 1};
        };
    }

    /** Every interesting number of a type, in a vector of odd length. */
    static HostArray unary(DType dtype) {
        double[] values = switch (dtype) {
            case FLOAT32, FLOAT64 ->
                join(special(dtype), nonFinite(), magnitudes(dtype), uniform(-10, 10), uniform(-1, 1), near(1));
            case INT32, INT64 -> join(special(dtype), integers(dtype));
            case BOOL -> special(dtype);
        };
        double[] odd = values.length % 2 == 0 ? Arrays.copyOf(values, values.length + 1) : values;
        return Elements.of(dtype, Shape.of(odd.length), odd);
    }

    /** The left ({@code first}) or right arguments of all pairs of special numbers, then of random pairs. */
    static HostArray binary(DType dtype, boolean first) {
        double[] special = dtype.isFloating() ? join(special(dtype), nonFinite()) : special(dtype);
        int n = special.length;
        double[] pairs = new double[n * n];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = special[first ? i / n : i % n];
        }
        Samples samples = Samples.of(first ? 11 : 12);
        double[] random = new double[ORDINARY + 1 - (n & 1)];
        Arrays.setAll(random, i -> ordinaryOrAny(samples, dtype, i));
        double[] values = join(pairs, random);
        return Elements.of(dtype, Shape.of(values.length), values);
    }

    /** NaN and the infinities. */
    static double[] nonFinite() {
        return new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    }

    private static double ordinaryOrAny(Samples samples, DType dtype, int i) {
        return switch (dtype) {
            case FLOAT32, FLOAT64 -> i % 4 == 0 ? samples.anyMagnitude(dtype) : samples.uniform(-20, 20);
            case INT32, INT64 -> i % 4 == 0 ? samples.anyInteger(dtype) : samples.below(41) - 20;
            case BOOL -> samples.below(2);
        };
    }

    private static double[] magnitudes(DType dtype) {
        Samples samples = Samples.of(13);
        double[] values = new double[dtype == DType.FLOAT32 ? 1000 : 3000];
        Arrays.setAll(values, i -> samples.anyMagnitude(dtype));
        return values;
    }

    private static double[] uniform(double low, double high) {
        Samples samples = Samples.of(14);
        double[] values = new double[ORDINARY];
        Arrays.setAll(values, i -> samples.uniform(low, high));
        return values;
    }

    private static double[] near(double centre) {
        double[] values = new double[60];
        Arrays.setAll(values, i -> centre + (i % 2 == 0 ? 1 : -1) * Math.scalb(1, -i / 2));
        return values;
    }

    private static double[] integers(DType dtype) {
        Samples samples = Samples.of(15);
        double[] values = new double[ORDINARY];
        Arrays.setAll(values, i -> samples.anyInteger(dtype));
        return values;
    }

    private static double[] both(double... magnitudes) {
        return join(magnitudes, Arrays.stream(magnitudes).map(x -> -x).toArray());
    }

    private static double[] join(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(DoubleStream::of).toArray();
    }
}
