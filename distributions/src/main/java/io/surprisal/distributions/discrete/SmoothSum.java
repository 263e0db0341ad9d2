package io.surprisal.distributions.discrete;

import io.surprisal.special.GaussLegendre;
import java.util.function.DoubleUnaryOperator;

/**
 * Sums over whole numbers, of any length: term by term while that is short, and then by Euler and Maclaurin's formula around the midpoints, Σ
 * f(k) over k ≥ a = ∫ f from a − ½ on + f′(a − ½)/24 − …, with Gauss and Legendre's rule on panels.
 */
final class SmoothSum {
    /** Terms that are added one by one. */
    private static final int DIRECT = 1 << 16;
    /** Of those, how many where the rest is integrated: the terms then change so slowly that the formula's next term is below 2⁻⁵³. */
    private static final int HEAD = 1 << 13;

    private double sum;
    private double lost;

    private SmoothSum() {}

    /**
     * Σ f(k) from one whole number to another, of which f is analytic in between. Over k it changes no faster than over the smaller of {@code
     * scale} and k itself; at the upper end of a long sum it no longer matters.
     */
    static double of(double from, double to, double scale, DoubleUnaryOperator f) {
        var result = new SmoothSum();
        boolean isShort = to - from < DIRECT;
        double direct = isShort ? to : from + HEAD;
        for (double k = from; k <= direct; k++) {
            result.add(f.applyAsDouble(k));
        }
        if (!isShort) {
            result.add((f.applyAsDouble(direct + 1) - f.applyAsDouble(direct)) / 24);
            double left = direct + 0.5;
            while (left < to + 0.5) {
                double right = Math.min(to + 0.5, left + Math.min(scale, left));
                result.add(GaussLegendre.integral(f, left, right, 1));
                left = right;
            }
        }
        return result.sum;
    }

    private void add(double value) {
        double term = value - lost;
        double next = sum + term;
        lost = (next - sum) - term;
        sum = next;
    }
}
