package io.surprisal.special;

/**
 * The two tails of the gamma distribution, each computed directly (never as one minus the other), as a factor times
 * D(a, x) = xᵃ e⁻ˣ/Γ(a), which alone under- or overflows.
 *
 * <p>Lower tail: the series P/D = Σ xⁿ/(a)ₙ₊₁ (DLMF 8.7.1) while it is short. Upper tail: the continued fraction (8.9.2) while
 * it is short. Otherwise {@link GammaQuadrature}, and for a ≤ 1 with small x the expansion of 1 − P at a = 0.
 */
final class GammaTails {
    /** Below it, D is formed from powers and Γ; above, from Stirling's series. */
    private static final double LARGE_SHAPE = 10;

    /** Up to it, powers are the more accurate form far from the mean: their error does not grow with the exponent. */
    private static final double LARGEST_POWER = 100;

    /** Exponents whose last place counts in the exponential, unless the shape is so large that the two parts of its logarithm do not suffice. */
    private static final double FAR = 30;

    /** Its negative has an exponential of 0. */
    private static final double NOTHING = 1_500;

    private static final double SMALL_X = 1.1;
    private static final int MAX_TERMS = 300;
    private static final double SAFE_EXPONENT = 600;

    private GammaTails() {}

    /** log D(a, x), for a and x positive and finite. */
    static double logDensity(double a, double x) {
        if (a < LARGE_SHAPE) {
            return a * Math.log(x) - x - (GammaFunction.logGamma1p(a) - Math.log(a));
        }
        return -deviance(a, x) + 0.5 * Math.log(a) - StirlingSeries.HALF_LOG_2_PI - StirlingSeries.correction(a);
    }

    /** D(a, x), to full relative accuracy where it does not underflow. */
    static double density(double a, double x) {
        boolean near = Math.abs(x - a) < 0.5 * a;
        if (a >= LARGE_SHAPE && (near || a >= LARGEST_POWER)) {
            double exponent = deviance(a, x);
            double scale = Math.sqrt(a) * Math.exp(-StirlingSeries.HALF_LOG_2_PI - StirlingSeries.correction(a));
            if (exponent > FAR && exponent < NOTHING && a < FAR * exponent && x > Double.MIN_NORMAL) {
                return TwoPartLogarithm.ofQuotient(x, a)
                        .timesPlus(a, 0)
                        .plusDifference(a, x)
                        .expTimes(scale);
            }
            // Two halves, so that the product does not pass through subnormal numbers.
            double half = Math.exp(-0.5 * exponent);
            return scale * half * half;
        }
        double half = Math.exp(-0.5 * x);
        double power = half == 0 ? 0 : Math.pow(x, a);
        return half * power * half * (a / GammaFunction.gamma(a + 1));
    }

    /** −a log(x/a) + x − a ≥ 0, half the Poisson deviance. */
    private static double deviance(double a, double x) {
        double relative = (x - a) / a;
        if (Math.abs(relative) < 0.5) {
            return -a * LogSpace.log1pmx(relative);
        }
        double quotient = x / a;
        return x - a - a * (quotient > Double.MIN_NORMAL ? Math.log(quotient) : Math.log(x) - Math.log(a));
    }

    /** P/D, for the smaller tail. */
    static double lowerOverDensity(double a, double x) {
        return seriesIsShort(a, x) ? series(a, x) / a : GammaQuadrature.integral(a, x, -1, Double.NaN);
    }

    /** Q/D, for the smaller tail. */
    static double upperOverDensity(double a, double x) {
        return a <= 1 && x < SMALL_X ? smallUpper(a, x) / density(a, x) : upperFactor(a, x);
    }

    /** P(a, x), computed directly. */
    static double lower(double a, double x) {
        if (seriesIsShort(a, x)) {
            // For tiny a, a/Γ(a + 1) · 1/a cancels before it can underflow.
            return a < 1 ? density(a, x) / a * series(a, x) : density(a, x) * (series(a, x) / a);
        }
        return density(a, x) * GammaQuadrature.integral(a, x, -1, Double.NaN);
    }

    /** log P(a, x), computed directly. */
    static double logLower(double a, double x) {
        double logDensity = logDensity(a, x);
        if (logDensity > -SAFE_EXPONENT && a > Double.MIN_NORMAL) {
            return Math.log(lower(a, x));
        }
        if (seriesIsShort(a, x)) {
            return a < LARGE_SHAPE
                    ? a * Math.log(x) - x - GammaFunction.logGamma1p(a) + Math.log(series(a, x))
                    : logDensity + Math.log(series(a, x) / a);
        }
        return logDensity + Math.log(GammaQuadrature.integral(a, x, -1, Double.NaN));
    }

    /** Q(a, x), computed directly. */
    static double upper(double a, double x) {
        if (a <= 1 && x < SMALL_X) {
            return smallUpper(a, x);
        }
        return density(a, x) * upperFactor(a, x);
    }

    /** log Q(a, x), computed directly. */
    static double logUpper(double a, double x) {
        if (a <= 1 && x < SMALL_X) {
            return Math.log(smallUpper(a, x));
        }
        double logDensity = logDensity(a, x);
        return logDensity > -SAFE_EXPONENT ? Math.log(upper(a, x)) : logDensity + Math.log(upperFactor(a, x));
    }

    /** Where the continued fraction becomes short; up to it and for a &lt; 20, the series of the lower tail is. */
    static double fractionFrom(double a) {
        return a < 20 ? 1.15 * a + 0.5 : 1.3 * a;
    }

    /** Σ xⁿ/(a + 1)ₙ = a P/D. */
    static double series(double a, double x) {
        double term = 1;
        double sum = 0;
        for (int n = 1; n < MAX_TERMS; n++) {
            term *= x / (a + n);
            sum += term;
            if (term <= 0x1p-56 * sum) {
                break;
            }
        }
        return 1 + sum;
    }

    /** Whether {@link #series} needs fewer than about a hundred terms; true for every a ≤ 1 for which a lower tail is wanted. */
    static boolean seriesIsShort(double a, double x) {
        return a < 20 ? x <= a + 15 : x <= 0.7 * a;
    }

    private static double upperFactor(double a, double x) {
        if (x > fractionFrom(a)) {
            double fraction = GammaContinuedFraction.value(a, x);
            if (fraction > 0) {
                return fraction;
            }
        }
        return GammaQuadrature.integral(a, x, 1, Double.NaN);
    }

    /**
     * Q = 1 − P for a ≤ 1 and small x, from P = exp(u)(1 + a Σ_{k≥1} (−x)ᵏ/(k!(a + k))) (DLMF 8.7.1), u = a log x − log Γ(1 + a):
     * both 1 − exp(u) and the sum are of order a.
     */
    private static double smallUpper(double a, double x) {
        double u = a * Math.log(x) - GammaFunction.logGamma1p(a);
        double power = 1;
        double sum = 0;
        for (int k = 1; k < MAX_TERMS; k++) {
            power *= -x / k;
            double term = power / (a + k);
            sum += term;
            if (Math.abs(term) <= 0x1p-56 * Math.abs(sum)) {
                break;
            }
        }
        return -Math.expm1(u) - Math.exp(u) * a * sum;
    }
}
