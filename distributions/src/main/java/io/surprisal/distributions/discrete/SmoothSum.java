package io.surprisal.distributions.discrete;

import io.surprisal.special.GaussLegendre;
import java.util.function.DoubleUnaryOperator;

/**
 * Sums over whole numbers, of any length: term by term while that is short, and otherwise near both ends; in between by Euler and Maclaurin's
 * formula around the midpoints, Σ f(k) over a ≤ k ≤ b = ∫ f − f′/24 at its ends …, with Gauss and Legendre's rule on panels half as long as the
 * nearer end is far. So the number of terms grows with the logarithm of the length.
 */
final class SmoothSum {
    /** Terms that are added one by one. */
    private static final int DIRECT = 1 << 16;
    /** Of those, how many at each end of a longer sum: the terms then change so slowly that the formula's next term is below 2⁻⁵³. */
    private static final int HEAD = 1 << 13;

    private double sum;
    private double lost;

    private SmoothSum() {}

    /**
     * Σ f(k) from one whole number to another, summed outwards from a number in the middle, near which f changes no faster than over about a
     * hundred numbers where the sum is long; away from it, no faster than over the distance from it and from the ends.
     */
    static double of(double from, double middle, double to, DoubleUnaryOperator f) {
        double start = Math.max(from, Math.min(to, Math.floor(middle)));
        double above = outwards(start, to, f);
        return start > from ? above + outwards(start - 1, from, f) : above;
    }

    /** Σ f(k) from one whole number on, up or down, to another. */
    static double outwards(double start, double end, DoubleUnaryOperator f) {
        double length = Math.abs(end - start);
        double direction = Math.signum(end - start);
        DoubleUnaryOperator g = distance -> f.applyAsDouble(start + direction * distance);
        var result = new SmoothSum();
        if (length < DIRECT) {
            result.addAll(g, 0, length);
            return result.sum;
        }
        double last = length - HEAD;
        result.addAll(g, 0, HEAD - 1);
        result.addAll(g, last + 1, length);
        result.addIntegral(g, HEAD, last, length);
        return result.sum;
    }

    private void addAll(DoubleUnaryOperator g, double first, double last) {
        // Counted, since far out a double and the next whole number may be the same.
        long terms = (long) (last - first);
        for (long i = 0; i <= terms; i++) {
            add(g.applyAsDouble(first + i));
        }
    }

    private void addIntegral(DoubleUnaryOperator g, double first, double last, double length) {
        add((g.applyAsDouble(first) - g.applyAsDouble(first - 1)) / 24);
        add((g.applyAsDouble(last) - g.applyAsDouble(last + 1)) / 24);
        double end = last + 0.5;
        double left = first - 0.5;
        while (left < end) {
            double right = Math.min(end, left + 0.5 * Math.min(left, Math.max(length - left, HEAD)));
            add(GaussLegendre.integral(g, left, right, 1));
            left = right;
        }
    }

    private void add(double value) {
        double term = value - lost;
        double next = sum + term;
        lost = (next - sum) - term;
        sum = next;
    }
}
