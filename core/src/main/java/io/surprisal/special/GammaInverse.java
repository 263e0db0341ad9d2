package io.surprisal.special;

/**
 * Inverts one tail of the gamma distribution, given as a logarithm, by Newton's method in log x.
 *
 * <p>log X has a log-concave density, so log P and log Q are concave in log x: after its first step Newton's method approaches
 * the root from one side, from any start. The step multiplies x, so that a tiny x keeps its relative accuracy.
 */
final class GammaInverse {
    private static final int MAX_STEPS = 60;
    private static final double LARGEST_STEP = 300;

    /** From where on log Γ overflows, and all that is not farther than 1e-150 of it from the mean has no probability that is a double. */
    private static final double LARGEST_SHAPE = 1e300;

    /** Logarithm of an x whose square is below 2⁻⁵². */
    private static final double SMALL_LOG = -18;

    /** Below it, the slope comes from the tail's own factor: the difference of two large logarithms would be all rounding. */
    private static final double FAR_TAIL = -30;

    private GammaInverse() {}

    /** The x with log P(a, x) = target; meant for target below −½. */
    static double ofLogLower(double a, double target) {
        double edge = edge(a, target, 0, Double.POSITIVE_INFINITY);
        if (!Double.isNaN(edge) || !(a > 0 && target < 0)) {
            return edge;
        }
        // P ≤ xᵃ/Γ(a + 1), with equality as x → 0.
        double logBound = (target + GammaFunction.logGamma1p(a)) / a;
        if (logBound < SMALL_LOG) {
            return smallQuantile(a, logBound);
        }
        double x = Math.max(Math.exp(logBound), wilsonHilferty(a, NormalProbability.quantileOfLog(target)));
        for (int i = 0; i < MAX_STEPS; i++) {
            double value = IncompleteGamma.logLower(a, x);
            double step = (target - value)
                    * (value < FAR_TAIL
                            ? GammaTails.lowerOverDensity(a, x)
                            : Math.exp(value - GammaTails.logDensity(a, x)));
            x *= Math.exp(limited(step));
            if (settled(step, a)) {
                break;
            }
        }
        return x;
    }

    /**
     * The x with log Q(a, x) = target; meant for target below −½. It is at most a + √(2au) + u for u = −target (Boucheron, Lugosi and
     * Massart, Concentration Inequalities, section 2.4), from where far out few steps are left.
     */
    static double ofLogUpper(double a, double target) {
        double edge = edge(a, target, Double.POSITIVE_INFINITY, 0);
        if (!Double.isNaN(edge) || !(a > 0 && target < 0)) {
            return edge;
        }
        double logBound = (LogSpace.log1mexp(target) + GammaFunction.logGamma1p(a)) / a;
        if (a < 1 && logBound < SMALL_LOG) {
            return smallQuantile(a, logBound);
        }
        double x = wilsonHilferty(a, -NormalProbability.quantileOfLog(target));
        if (!(a >= 1 && x > 0)) {
            x = smallShapeStart(a, target, logBound);
        }
        // Roots first, whose product does not overflow.
        x = Math.min(Math.min(x, a + Math.sqrt(a) * Math.sqrt(-2 * target) - target), Double.MAX_VALUE);
        for (int i = 0; i < MAX_STEPS && x > 0; i++) {
            double value = IncompleteGamma.logUpper(a, x);
            double step = (value - target)
                    * (value < FAR_TAIL
                            ? GammaTails.upperOverDensity(a, x)
                            : Math.exp(value - GammaTails.logDensity(a, x)));
            x *= Math.exp(limited(step));
            if (settled(step, a)) {
                break;
            }
        }
        return x;
    }

    /** As x → 0, P = xᵃ/Γ(a + 1) · (1 − ax/(a + 1) + O(x²)), so that log x = logBound + x/(a + 1). */
    private static double smallQuantile(double a, double logBound) {
        return Math.exp(logBound + Math.exp(logBound) / (a + 1));
    }

    private static double edge(double a, double target, double atNegativeInfinity, double atZero) {
        if (!(a > 0 && a < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        if (target == 0) {
            return atZero;
        }
        if (target == Double.NEGATIVE_INFINITY) {
            return atNegativeInfinity;
        }
        return a > LARGEST_SHAPE ? a : Double.NaN;
    }

    /** Wilson and Hilferty (1931): (X/a)^⅓ is nearly normal with mean 1 − 1/(9a) and variance 1/(9a). */
    private static double wilsonHilferty(double a, double z) {
        double root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
        return a >= 1 && root > 0.1 ? a * root * root * root : 0;
    }

    /** For a &lt; 1: Q ≈ xᵃ⁻¹e⁻ˣ/Γ(a) far out; close in, P ≈ xᵃ/Γ(a + 1). */
    private static double smallShapeStart(double a, double target, double logBound) {
        if (logBound < -1) {
            return Math.exp(logBound);
        }
        return Math.max(0.3, Math.log(a) - GammaFunction.logGamma1p(a) - target);
    }

    private static double limited(double step) {
        return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
    }

    /** The error after a step s is about √a s²/2. */
    private static boolean settled(double step, double a) {
        return Math.abs(step) * Math.sqrt(1 + a) < 1e-8;
    }
}
