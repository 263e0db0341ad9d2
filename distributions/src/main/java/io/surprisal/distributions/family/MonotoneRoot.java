package io.surprisal.distributions.family;

import java.util.function.DoubleUnaryOperator;

/**
 * Where an increasing function of one number is 0: Newton's method, kept inside a bracket, with bisection of the doubles themselves (by their
 * order, not by their distance) where Newton's step leaves the bracket or gains too little. Never more than about 130 evaluations, at any
 * scale.
 */
public final class MonotoneRoot {
    private static final int STEPS = 200;

    private MonotoneRoot() {}

    /**
     * {@return the root of an increasing function}
     *
     * @param f the function, increasing; −∞ and +∞ are values like others
     * @param slope its derivative, positive; what is not finite is not used
     * @param low the lower end of the bracket; f need not be computable there
     * @param high the upper end
     * @param guess where to begin, between the ends
     */
    public static double of(DoubleUnaryOperator f, DoubleUnaryOperator slope, double low, double high, double guess) {
        double left = low;
        double right = high;
        double x = guess > low && guess < high ? guess : between(low, high);
        double lastSize = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS && left < right; i++) {
            double value = f.applyAsDouble(x);
            if (value == 0 || Double.isNaN(value)) {
                return x + value;
            }
            if (value < 0) {
                left = x;
            } else {
                right = x;
            }
            double rise = slope.applyAsDouble(x);
            double step = rise < Double.POSITIVE_INFINITY ? value / rise : Double.NaN;
            double next = x - step;
            // A step that follows a bisection proves nothing: far out the slope may be lost in rounding.
            boolean followed = lastSize < Double.POSITIVE_INFINITY;
            boolean closer = Math.abs(value) <= 0.25 * lastSize;
            lastSize = Math.abs(value);
            if (followed && closer && Math.abs(step) <= Math.ulp(x)) {
                return next > left && next < right ? next : x;
            }
            if (!(closer && next > left && next < right)) {
                next = between(left, right);
                if (next == left || next == right) {
                    return x;
                }
                lastSize = Double.POSITIVE_INFINITY;
            }
            x = next;
        }
        return x;
    }

    /** The double in the middle of those between two, by number. */
    static double between(double low, double high) {
        long a = order(low);
        long b = order(high);
        return ofOrder((a & b) + ((a ^ b) >> 1));
    }

    /** Doubles in their order as whole numbers; −0 and +0 share one. */
    private static long order(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double ofOrder(long order) {
        return Double.longBitsToDouble(order >= 0 ? order : Long.MIN_VALUE - order);
    }
}
