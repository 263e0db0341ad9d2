package io.surprisal.special;

/**
 * D(a, b, x) = xᵃ(1 − x)ᵇ/B(a, b), the density of logit X for X ~ Beta(a, b): the factor of both tails that alone under- or
 * overflows.
 *
 * <p>For large shapes D = (ab/(2π(a + b)))^½ exp(−deviance − correction), where the deviance is formed from
 * λ = a − (a + b)x, so that neither the powers nor B appear (DiDonato and Morris 1992, §9).
 *
 * @see <a href="https://doi.org/10.1145/131766.131776">DiDonato, Morris, Algorithm 708 (1992)</a>
 */
final class BetaDensity {
    private static final double LARGE_SHAPE = StirlingSeries.FROM;

    /** Exponents whose last place counts in the exponential, unless the shapes are so large that the two parts of the logarithm do not suffice. */
    private static final double FAR = 30;

    /** Its negative has an exponential of 0. */
    private static final double NOTHING = 1_500;

    /** Times what the greatest shape may be, or divided by it, still normal. */
    private static final double NORMAL = 1e-280;

    private BetaDensity() {}

    /** log D, with y = 1 − x. */
    static double log(double a, double b, double x, double y) {
        if (a >= LARGE_SHAPE && b >= LARGE_SHAPE) {
            return 0.5 * (Math.log(Math.min(a, b)) - Math.log1p(Math.min(a, b) / Math.max(a, b)))
                    - deviance(a, b, x, y)
                    - StirlingSeries.HALF_LOG_2_PI
                    - BetaFunction.correction(a, b);
        }
        if (a >= LARGE_SHAPE) {
            return log(b, a, y, x);
        }
        if (b >= LARGE_SHAPE && b * x > Double.MIN_NORMAL) {
            // Γ(a + b)/Γ(b) is bᵃ times a factor near 1, and a log(bx) is of the size of the result.
            double tilt = StirlingSeries.ratioExcess(b, a) + b * logOf(y, x);
            return tilt + a * Math.log(b * x) - (GammaFunction.logGamma1p(a) - Math.log(a));
        }
        double powers = a * logOf(x, y) + b * logOf(y, x);
        return powers - BetaFunction.logBeta(a, b);
    }

    /** D, with y = 1 − x, to full relative accuracy where it does not underflow. */
    static double value(double a, double b, double x, double y) {
        if (a >= LARGE_SHAPE && b >= LARGE_SHAPE) {
            double variance = Math.min(a, b) / (1 + Math.min(a, b) / Math.max(a, b));
            double exponent = deviance(a, b, x, y);
            double scale =
                    Math.sqrt(variance) * Math.exp(-StirlingSeries.HALF_LOG_2_PI - BetaFunction.correction(a, b));
            if (exponent > FAR && exponent < NOTHING && a + b < FAR * exponent && Math.min(x, y) > NORMAL) {
                return ofFar(a, b, x, y).expTimes(scale);
            }
            double half = Math.exp(-0.5 * exponent);
            return scale * half * half;
        }
        if (a >= LARGE_SHAPE) {
            return value(b, a, y, x);
        }
        // Without the smaller shape, which may be tiny and is exact as a last factor.
        double result = b >= LARGE_SHAPE ? oneLargeShape(a, b, x, y) : smallShapes(a, b, x, y);
        double shape = b >= LARGE_SHAPE ? a : Math.min(a, b);
        return result > 1e-302 && result < 1e300 ? result * shape : Math.exp(log(a, b, x, y));
    }

    /** a log(x/x₀) + b log(y/y₀) in two parts, with the greater of x and y as 1 less the other. */
    private static TwoPartLogarithm ofFar(double a, double b, double x, double y) {
        double ofX = x <= y ? 0 : (1 - x - y) / x;
        double ofY = x <= y ? (1 - y - x) / y : 0;
        return ofRatio(x, ofX, a, b).timesPlus(a, 0).plus(ofRatio(y, ofY, b, a).timesPlus(b, 0));
    }

    /** log(x(1 + rest)(a + b)/a). */
    private static TwoPartLogarithm ofRatio(double x, double rest, double a, double b) {
        double sum = a + b;
        double ofSum = Math.min(a, b) - (sum - Math.max(a, b));
        double product = x * sum;
        double ratio = product / a;
        double lost = Math.fma(x, sum, -product) + Math.fma(-ratio, a, product) + x * ofSum;
        return TwoPartLogarithm.of(ratio, lost / product + rest);
    }

    /** λ = a − (a + b)x = ay − bx, from the smaller of x and y and with the rounding errors of both products. */
    static double lambda(double a, double b, double x, double y) {
        return x <= y ? exactLambda(a, b, x) : -exactLambda(b, a, y);
    }

    /** log x, which is log1p(−y) where x is close to 1. */
    static double logOf(double x, double y) {
        return y < 0.5 ? Math.log1p(-y) : Math.log(x);
    }

    private static double exactLambda(double a, double b, double x) {
        double ax = a * x;
        double bx = b * x;
        double difference = a - ax;
        double lost = (a - difference) - ax - Math.fma(a, x, -ax) - Math.fma(b, x, -bx);
        return difference - bx + lost;
    }

    /** −a log(x/x₀) − b log(y/y₀) with x₀ = a/(a + b): x/x₀ = 1 − λ/a and y/y₀ = 1 + λ/b. */
    private static double deviance(double a, double b, double x, double y) {
        double lambda = lambda(a, b, x, y);
        return -(a * logRatio(-lambda / a, a, b, x) + b * logRatio(lambda / b, b, a, y));
    }

    /** log(1 + e) − e with 1 + e = x(a + b)/a. */
    private static double logRatio(double e, double a, double b, double x) {
        if (Math.abs(e) < 0.5) {
            return LogSpace.log1pmx(e);
        }
        double ratio = x * (1 + b / a);
        boolean inRange = ratio > Double.MIN_NORMAL && ratio < Double.POSITIVE_INFINITY;
        return (inRange ? Math.log(ratio) : Math.log(x) + Math.log1p(b / a)) - e;
    }

    /** D over the smaller shape. */
    private static double smallShapes(double a, double b, double x, double y) {
        return power(x, y, a) * power(y, x, b) * binomial(a, b) * (Math.max(a, b) / (a + b));
    }

    /** Γ(a + b + 1)/(Γ(a + 1)Γ(b + 1)), which is near 1 where one of them is small. */
    private static double binomial(double a, double b) {
        double less = Math.min(a, b);
        double more = Math.max(a, b);
        return less < 1
                ? Math.exp(GammaFunction.logGammaDifference(more + 1, less) - GammaFunction.logGamma1p(less))
                : GammaFunction.gamma(a + b + 1) / (GammaFunction.gamma(a + 1) * GammaFunction.gamma(b + 1));
    }

    /** D/a for a &lt; 10 ≤ b: Γ(a + b)/Γ(b) is bᵃ times a factor near 1, and (bx)ᵃ is one power. */
    private static double oneLargeShape(double a, double b, double x, double y) {
        double excess = StirlingSeries.ratioExcess(b, a);
        double power = b * logOf(y, x);
        if (power < -FAR && power > -NOTHING && b < -FAR * power && Math.min(x, y) > NORMAL) {
            TwoPartLogarithm log = TwoPartLogarithm.of(y, x <= y ? (1 - y - x) / y : 0);
            double factor = powerOfProduct(b, x, a) / GammaFunction.gamma(a + 1) * Math.exp(excess);
            return log.timesPlus(b, 0).expTimes(factor);
        }
        double half = Math.exp(0.5 * (excess + power));
        return half * powerOfProduct(b, x, a) * half / GammaFunction.gamma(a + 1);
    }

    /** (bx)ᵃ, where bx may have fewer digits than b and x. */
    private static double powerOfProduct(double b, double x, double a) {
        return b * x >= Double.MIN_NORMAL ? Math.pow(b * x, a) : Math.pow(b * (x * 0x1p200), a) * Math.pow(0x1p-200, a);
    }

    /** xᵃ, through y = 1 − x where x is close to 1. */
    private static double power(double x, double y, double a) {
        return y < 0.5 ? Math.exp(a * Math.log1p(-y)) : Math.pow(x, a);
    }
}
