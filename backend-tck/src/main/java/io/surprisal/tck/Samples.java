package io.surprisal.tck;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Reproducible inputs: equal seeds make equal elements. */
final class Samples {
    private final SplittableRandom random;

    private Samples(long seed) {
        random = new SplittableRandom(seed);
    }

    static Samples of(long seed) {
        return new Samples(seed);
    }

    /** Numbers of ordinary size: reals between −2 and 2, integers between −100 and 100, truth values. */
    HostArray ordinary(DType dtype, Shape shape) {
        return switch (dtype) {
            case FLOAT32, FLOAT64 -> uniform(dtype, shape, -2, 2);
            case INT32, INT64 -> make(dtype, shape, i -> random.nextInt(-100, 101));
            case BOOL -> make(dtype, shape, i -> random.nextInt(2));
        };
    }

    /** Reals between two bounds. */
    HostArray uniform(DType dtype, Shape shape, double low, double high) {
        return make(dtype, shape, i -> random.nextDouble(low, high));
    }

    /** Small whole numbers, whose sums and products are exact in every number type. */
    HostArray whole(DType dtype, Shape shape) {
        return make(dtype, shape, i -> random.nextInt(-8, 9));
    }

    /** Row numbers below {@code bound}, with duplicates. */
    HostArray indices(Shape shape, int bound) {
        return make(DType.INT64, shape, i -> random.nextInt(bound));
    }

    /** A number with a random significand and a random exponent of the whole range of a floating type. */
    double anyMagnitude(DType dtype) {
        int exponent = dtype == DType.FLOAT32 ? random.nextInt(-149, 128) : random.nextInt(-1074, 1024);
        double magnitude = Math.scalb(random.nextDouble(1, 2), exponent);
        return random.nextBoolean() ? magnitude : -magnitude;
    }

    /** Any bits of an integer type, as a number; INT64 keeps 53 of them. */
    double anyInteger(DType dtype) {
        return dtype == DType.INT32 ? random.nextInt() : (double) (random.nextLong() & ~0x7FFL);
    }

    double uniform(double low, double high) {
        return random.nextDouble(low, high);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private static HostArray make(DType dtype, Shape shape, IntToDoubleFunction element) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = element.applyAsDouble(i);
        }
        return Elements.of(dtype, shape, values);
    }
}
