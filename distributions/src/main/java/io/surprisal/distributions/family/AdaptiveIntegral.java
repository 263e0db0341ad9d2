package io.surprisal.distributions.family;

import io.surprisal.special.GaussLegendre;
import java.util.function.DoubleUnaryOperator;

/**
 * ∫ f(t) dt by Gauss and Legendre's rule with 32 nodes on pieces that are halved until the halves agree with the whole: for functions that are
 * smooth but for a narrow step that some node sees, or for a logarithm at an end.
 */
public final class AdaptiveIntegral {
    /** How often a piece may be halved. */
    private static final int DEPTH = 40;

    /** How many halvings there may be in all, where rounding is larger than what is asked for and halving gains nothing. */
    private static final int HALVINGS = 1_000;

    /** By how much of their size sums of 32 terms differ from rounding alone. */
    private static final double ROUNDING = 4e-16;

    /** Differences that matter to nobody, of what the pieces add up to without their signs. */
    private static final double NEGLIGIBLE = 1e-17;

    private final DoubleUnaryOperator f;
    private final double negligible;
    private int halvings;

    private AdaptiveIntegral(DoubleUnaryOperator f, double negligible) {
        this.f = f;
        this.negligible = negligible;
    }

    /**
     * {@return the integral over several pieces}
     *
     * @param f the function
     * @param ends where the pieces end, in ascending order, finite; pieces of no length add nothing
     */
    public static double over(DoubleUnaryOperator f, double... ends) {
        double[] pieces = new double[ends.length];
        double size = 0;
        for (int i = 1; i < ends.length; i++) {
            pieces[i] = ends[i] <= ends[i - 1] ? 0 : GaussLegendre.integral(f, ends[i - 1], ends[i], 1);
            size += Math.abs(pieces[i]);
        }
        double sum = 0;
        for (int i = 1; i < ends.length; i++) {
            if (!(ends[i] <= ends[i - 1])) {
                sum += new AdaptiveIntegral(f, NEGLIGIBLE * size).refined(ends[i - 1], ends[i], pieces[i], DEPTH);
            }
        }
        return sum;
    }

    private double refined(double from, double to, double whole, int depth) {
        double middle = from + 0.5 * (to - from);
        double left = GaussLegendre.integral(f, from, middle, 1);
        double right = GaussLegendre.integral(f, middle, to, 1);
        double allowed = negligible + ROUNDING * (Math.abs(left) + Math.abs(right));
        if (depth == 0 || halvings >= HALVINGS || !(Math.abs(left + right - whole) > allowed)) {
            return left + right;
        }
        halvings++;
        return refined(from, middle, left, depth - 1) + refined(middle, to, right, depth - 1);
    }
}
