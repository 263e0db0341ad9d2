package io.surprisal.distributions.discrete;

import io.surprisal.special.LogSpace;
import io.surprisal.special.NormalProbability;

/**
 * Tails of Skellam's distribution for large rates, where Marcum's function would lose the digits of its arguments' squares: the probability of a
 * number times the sum of those beyond it relative to it, which is nearly Mills' ratio. With r = √(k² + 4μ₁μ₂), log P falls at k with the
 * slope log((k + r)/(2μ₁)), which grows by about 1/r from one number to the next. The relative error is about that of the first neglected
 * derivative, 1/√r.
 */
final class LargeSkellam {
    /** The sum of the rates from which on this is used. */
    private static final double FROM = 1e16;

    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private LargeSkellam() {}

    static boolean holds(double a, double b) {
        return a + b > FROM;
    }

    /** log P(X &gt; k). */
    static double logUpper(double k, double a, double b) {
        // ∞ is no place.
        double place = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, k));
        return place + 0.5 >= a - b
                ? outer(place + 0.5, a, b)
                : LogSpace.log1mexp(Math.min(0, outer(-(place + 0.5), b, a)));
    }

    /** log P(X &gt; k) for k at or above the mean and between two outcomes. */
    private static double outer(double k, double a, double b) {
        double x = 2 * Math.sqrt(a) * Math.sqrt(b);
        double radius = Math.max(1, Math.hypot(k, x));
        double sum = k >= 0 ? 0.5 * k + 0.5 * radius : a / (0.5 * radius - 0.5 * k) * b;
        double slope = Math.max(0, Math.log(sum / a));
        double root = Math.sqrt(radius);
        double log = SkellamLaw.logMass(k, a, b);
        // log of √r M(h√r), and M(z) = (1 − Φ(z))/φ(z).
        double z = slope * root;
        double mills = NormalProbability.logCdf(-z) + 0.5 * z * z + HALF_LOG_TWO_PI;
        double far = z > 1e7 ? -Math.log(z) : mills;
        return Math.min(0, log + 0.5 * Math.log(radius) + far);
    }
}
