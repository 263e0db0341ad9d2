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
    /** The coefficient of x⁴ in the paper's squeeze. */
    private static final double SQUEEZE = 0.0331;
    /** Below this |c·x| the exact test cancels, and its power series replaces it. */
    private static final double NEAR = 1.0 / 16;

    private final double concentration;
    private final double d;
    private final double c;

    Gamma(double concentration) {
        this.concentration = concentration;
        d = (isBoosted() ? concentration + 1 : concentration) - 1.0 / 3;
        c = 1 / (3 * Math.sqrt(d));
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
        if (e <= -1) {
            return Double.NaN;
        }
        if (uniform < 1 - SQUEEZE * square * square) {
            return 1 + e;
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

    /** The logarithm of the draw for an accepted t, unless {@link #isBoosted()}. */
    double logDraw(double t) {
        return DoubleLog.log(draw(t));
    }

    /** The logarithm of a boosted draw; finite, for any concentration. */
    double logBoosted(double t, double uniform) {
        return Math.max(logDraw(t) + DoubleLog.log(uniform) / concentration, -Double.MAX_VALUE);
    }
}
