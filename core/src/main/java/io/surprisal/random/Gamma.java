package io.surprisal.random;

/**
 * The standard gamma sampler of Marsaglia and Tsang, for one concentration.
 *
 * <p>With d = a − ⅓, c = 1 / (3√d), a normal x and t = 1 + c·x, the draw d·t³ is accepted with probability
 * min(1, exp(½x² + d(1 − t³ + 3 log t))). A concentration a below 1 draws with a + 1 and multiplies by U^(1/a), in log space: for small a
 * the draw itself underflows.
 *
 * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia and Tsang, A simple method for generating gamma variables, ACM
 *     Transactions on Mathematical Software 26 (2000), sections 2 and 6</a>
 */
final class Gamma {
    /** Half of (Σ ¾ᵏ/(k + 4) − ¼)/¾, rounded up: the slope of a chord above the series of the exact test on (−¾, 0). */
    private static final double HALF_CHORD = 0.2852;
    /** Makes any distance between two doubles below 1 large. */
    private static final double FAR = 1e30;

    /** Below this |c·x| the exact test cancels, and its power series replaces it. */
    private static final double NEAR = 1.0 / 16;

    private final double concentration;
    private final double d;
    private final double c;

    Gamma(double concentration) {
        this.concentration = concentration;
        d = d(concentration);
        c = c(d);
    }

    static double d(double concentration) {
        return (concentration < 1 ? concentration + 1 : concentration) - 1.0 / 3;
    }

    static double c(double d) {
        return 1 / (3 * Math.sqrt(d));
    }

    /**
     * Positive only where the candidate with e = c·x is accepted, which is almost always: exp(g) ≥ 1 + g, where g = −3de⁴·(¼ − e/5 + e²/6 − …)
     * is the exact test's exponent, whose series is at most ¼ above 0 and below its chord from −¾ to 0. Without a branch, which would not
     * vectorise: |a| − a is 0 or −2a.
     */
    static double quickMargin(double d, double e, double uniform) {
        double square = e * e;
        double series = 0.25 + HALF_CHORD * (Math.abs(e) - e);
        double aboveLeast = e + 0.75;
        return 1 - 3 * d * (square * square) * series - uniform - FAR * (Math.abs(aboveLeast) - aboveLeast);
    }

    double concentration() {
        return concentration;
    }

    /** Whether the draw needs a further uniform: the concentration is below 1. */
    boolean isBoosted() {
        return concentration < 1;
    }

    /** t = 1 + c·normal, or NaN if it is rejected. */
    double candidate(double normal, double uniform) {
        double e = c * normal;
        double square = normal * normal;
        if (quickMargin(d, e, uniform) > 0) {
            return 1 + e;
        }
        if (e <= -1) {
            return Double.NaN;
        }
        return DoubleLog.log(uniform) < logAcceptance(e, square) ? 1 + e : Double.NaN;
    }

    /** ½x² + d(1 − t³ + 3 log t); with d = 1/(9c²) its first three orders in e = c·x vanish. */
    private double logAcceptance(double e, double square) {
        if (Math.abs(e) < NEAR) {
            double series =
                    1.0 / 4 - e * (1.0 / 5 - e * (1.0 / 6 - e * (1.0 / 7 - e * (1.0 / 8 - e * (1.0 / 9 - e / 10)))));
            double e2 = e * e;
            return -3 * d * e2 * e2 * series;
        }
        double t = 1 + e;
        return 0.5 * square + d * (1 - t * t * t + 3 * DoubleLog.log(t));
    }

    /** The draw for an accepted t, unless {@link #isBoosted()}. */
    double draw(double t) {
        return d * t * t * t;
    }

    /** The logarithm of a boosted draw, from that of a draw with the concentration raised by 1; finite, for any concentration. */
    double boosted(double logDraw, double uniform) {
        return Math.max(logDraw + DoubleLog.log(uniform) / concentration, -Double.MAX_VALUE);
    }
}
