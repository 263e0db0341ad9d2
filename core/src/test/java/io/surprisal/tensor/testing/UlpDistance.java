package io.surprisal.tensor.testing;

import io.surprisal.tensor.DType;

/**
 * How many representable numbers lie between two: 0 for equal ones, 1 for neighbours. Both zeros are one number here, and two NaN
 * are 0 apart; NaN and a number are {@link #UNORDERED} apart.
 */
public final class UlpDistance {
    /** The distance between NaN and a number. */
    public static final long UNORDERED = Long.MAX_VALUE;

    private UlpDistance() {}

    /** The distance in units of a floating type, to which both are rounded first; of whole numbers, their difference. */
    public static long between(double a, double b, DType dtype) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) && Double.isNaN(b) ? 0 : UNORDERED;
        }
        return switch (dtype) {
            case FLOAT32 -> Math.abs((long) position((float) a) - position((float) b));
            case FLOAT64 -> saturated(position(a), position(b));
            case INT32, INT64, BOOL -> (long) Math.abs(a - b);
        };
    }

    /** Negative numbers' bits count downwards from 0: mirrored, positions ascend with the numbers. */
    private static int position(float x) {
        int bits = Float.floatToIntBits(x);
        return bits < 0 ? Integer.MIN_VALUE - bits : bits;
    }

    private static long position(double x) {
        long bits = Double.doubleToLongBits(x);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static long saturated(long a, long b) {
        long high = Math.max(a, b);
        long low = Math.min(a, b);
        long difference = high - low;
        return difference < 0 ? UNORDERED - 1 : difference;
    }
}
