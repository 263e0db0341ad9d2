package io.surprisal.special;

/**
 * The modified Bessel function of the first kind I_ν(x) for real order ν ≥ 0 and x ≥ 0 (DLMF 10.25.2): exponentially scaled,
 * as a logarithm, and in the ratios and logarithmic derivatives that the von Mises–Fisher family needs.
 *
 * <p>The power series (DLMF 10.25.2), all of whose terms are positive, where √(ν² + x²) &lt; 30; the uniform expansion 10.41.3,
 * which is Hankel's 10.40.1 for small ν, beyond.
 *
 * <p>Measured on 200 points with ν to 1,000 and x to 2e4: relative error at most 9e-16 for ratios and derivatives, 1.3e-15 plus
 * 2⁻⁵² times the condition number (about ν arsinh(ν/x)) for values and logarithms.
 */
public final class BesselI {
    private static final double LOG_2 = 0.6931471805599453;
    private static final int MAX_TERMS = 200;

    private BesselI() {}

    /**
     * e⁻ˣ I_ν(x).
     *
     * @param order ν, at least 0
     * @param x at least 0
     * @return e⁻ˣ I_ν(x) in [0, 1]: 0 at +∞, NaN outside the domain
     */
    public static double scaled(double order, double x) {
        if (!inDomain(order, x)) {
            return Double.NaN;
        }
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x == 0 && order == 0 ? 1 : 0;
        }
        if (DebyeExpansion.holds(order, x)) {
            return Math.exp(DebyeExpansion.logPrefix(order, x)) * DebyeExpansion.sum(order, x);
        }
        return Math.exp(-x) * prefix(order, x) * series(order, x);
    }

    /**
     * e⁻ˣ I₀(x).
     *
     * @param x any number; the function is even
     * @return e^−|x| I₀(x)
     */
    public static double i0e(double x) {
        return scaled(0, Math.abs(x));
    }

    /**
     * e⁻ˣ I₁(x).
     *
     * @param x any number; the function is odd
     * @return e^−|x| I₁(x)
     */
    public static double i1e(double x) {
        return Math.copySign(1, x) * scaled(1, Math.abs(x));
    }

    /**
     * log I_ν(x).
     *
     * @param order ν, at least 0
     * @param x at least 0
     * @return log I_ν(x): −∞ at x = 0 for ν &gt; 0, 0 there for ν = 0, +∞ at +∞, NaN outside the domain
     */
    public static double log(double order, double x) {
        if (!inDomain(order, x)) {
            return Double.NaN;
        }
        if (x == 0) {
            return order == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (DebyeExpansion.holds(order, x)) {
            return DebyeExpansion.logPrefixUnscaled(order, x) + Math.log(DebyeExpansion.sum(order, x));
        }
        double excess = seriesLessOne(order, x);
        return order == 0
                ? Math.log1p(excess)
                : order * (Math.log(x) - LOG_2) - GammaFunction.logGamma1p(order) + Math.log1p(excess);
    }

    /**
     * The logarithm of {@link #scaled}, log I_ν(x) − x, without the cancellation of that difference.
     *
     * @param order ν, at least 0
     * @param x at least 0
     * @return log I_ν(x) − x: −∞ at x = 0 for ν &gt; 0 and at +∞
     */
    public static double logScaled(double order, double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return inDomain(order, x) ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        return x > 0 && DebyeExpansion.holds(order, x)
                ? DebyeExpansion.logPrefix(order, x) + Math.log(DebyeExpansion.sum(order, x))
                : log(order, x) - x;
    }

    /**
     * The logarithm of I_ν(x) over the leading term of its uniform expansion, e^r (x/(ν + r))^ν/√(2πr) with r = √(ν² + x²) (DLMF 10.41.3): what
     * is left to add where that term is put together with other large ones.
     *
     * @param order ν, at least 0
     * @param x above 0 and finite
     * @return the logarithm, about (3 − 5ν²/r²)/(24r) for large r
     */
    public static double logDebyeQuotient(double order, double x) {
        if (!inDomain(order, x)) {
            return Double.NaN;
        }
        if (DebyeExpansion.holds(order, x)) {
            return Math.log(DebyeExpansion.sum(order, x));
        }
        if (order < 1) {
            return log(order, x) - DebyeExpansion.logPrefixUnscaled(order, x);
        }
        // log Γ(ν + 1) by Stirling's formula, of whose large terms nothing is left.
        double radius = Math.hypot(order, x);
        double beyond = x / (radius + order) * x;
        return Math.log1p(seriesLessOne(order, x))
                - GammaFunction.stirlingCorrection(order)
                + order * Math.log1p(0.5 * beyond / order)
                - beyond
                + 0.5 * Math.log1p(beyond / order);
    }

    /**
     * I_ν(x)/I_ν₋₁(x), the mean resultant length of a von Mises–Fisher distribution with ν = d/2.
     *
     * @param order ν, above 0
     * @param x at least 0
     * @return the ratio: 0 at x = 0, 1 at +∞, NaN outside the domain; below 1 for ν ≥ ½
     */
    public static double ratio(double order, double x) {
        if (!(order > 0 && x >= 0)) {
            return Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return 1;
        }
        if (DebyeExpansion.holds(order, x)) {
            double radius = Math.hypot(order, x);
            // I_ν₋₁ = I_ν′ + (ν/x) I_ν (DLMF 10.29.2): a sum of positive numbers.
            return x / (order + radius * DebyeExpansion.derivativeSum(order, x) / DebyeExpansion.sum(order, x));
        }
        if (order < 1) {
            // I_ν₋₁ = I_ν₊₁ + (2ν/x) I_ν (DLMF 10.29.1): ν − 1 would lose a tiny ν.
            return x == 0 ? 0 : 1 / (2 * order / x + ratio(order + 1, x));
        }
        return 0.5 * x / order * (series(order, x) / series(order - 1, x));
    }

    /**
     * d log I_ν(x)/dx = ν/x + I_ν₊₁(x)/I_ν(x) (DLMF 10.29.2).
     *
     * @param order ν, at least 0
     * @param x at least 0
     * @return the derivative: ν/x as x → 0, 1 at +∞, NaN outside the domain
     */
    public static double logDerivative(double order, double x) {
        if (!inDomain(order, x)) {
            return Double.NaN;
        }
        return (order == 0 ? 0 : order / x) + ratio(order + 1, x);
    }

    private static boolean inDomain(double order, double x) {
        return order >= 0 && x >= 0;
    }

    /** (x/2)^ν/Γ(ν + 1) for ν &lt; 30. */
    private static double prefix(double order, double x) {
        return order == 0 ? 1 : Math.pow(0.5 * x, order) / GammaFunction.gamma(order + 1);
    }

    /** Σ (x²/4)ᵏ/(k! (ν + 1)ₖ), for ν &gt; −1. */
    static double series(double order, double x) {
        return 1 + seriesLessOne(order, x);
    }

    private static double seriesLessOne(double order, double x) {
        double square = 0.25 * x * x;
        double term = 1;
        double sum = 0;
        for (int k = 1; k < MAX_TERMS; k++) {
            term *= square / (k * (order + k));
            sum += term;
            if (term <= 0x1p-56 * sum) {
                break;
            }
        }
        return sum;
    }
}
