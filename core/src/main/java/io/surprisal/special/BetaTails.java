package io.surprisal.special;

/**
 * The lower tail I_x(a, b) of the beta distribution, computed directly (never as one minus the upper one) as a factor times
 * {@link BetaDensity}; the upper tail is the lower one with a and b, x and y = 1 − x exchanged.
 */
final class BetaTails {
    private static final int MAX_TERMS = 300;
    private static final int MAX_FRACTION_TERMS = 80;
    private static final double SAFE_EXPONENT = 600;

    private BetaTails() {}

    /** I_x(a, b). */
    static double lower(double a, double b, double x, double y) {
        if (!seriesIsShort(a, b, x) && complementIsShort(a, b, y)) {
            return oneMinusUpper(a, b, x, y);
        }
        double density = BetaDensity.value(a, b, x, y);
        return a < 1 ? density / a * factorTimesShape(a, b, x, y) : density * (factorTimesShape(a, b, x, y) / a);
    }

    /** log I_x(a, b). */
    static double logLower(double a, double b, double x, double y) {
        if (!seriesIsShort(a, b, x) && complementIsShort(a, b, y)) {
            return Math.log(oneMinusUpper(a, b, x, y));
        }
        double logDensity = BetaDensity.log(a, b, x, y);
        return logDensity > -SAFE_EXPONENT
                ? Math.log(lower(a, b, x, y))
                : logDensity - Math.log(a) + Math.log(factorTimesShape(a, b, x, y));
    }

    /** I/D, for the smaller tail: what Newton's method on log I divides by, however small I is. */
    static double overDensity(double a, double b, double x, double y) {
        return factorTimesShape(a, b, x, y) / a;
    }

    /** a I/D. */
    private static double factorTimesShape(double a, double b, double x, double y) {
        if (seriesIsShort(a, b, x)) {
            return series(a, b, x);
        }
        if (a < 1) {
            // I(a, b) = I(a + 1, b) + D/a (DLMF 8.17.20), and D(a + 1, b) = D(a, b) x (a + b)/a.
            return 1 + x * (a + b) * factor(a + 1, b, x, y);
        }
        return a * factor(a, b, x, y);
    }

    /** I/D for a ≥ 1. */
    private static double factor(double a, double b, double x, double y) {
        if (b >= 1) {
            double fraction = continuedFraction(a, b, x, y);
            if (fraction > 0) {
                return fraction;
            }
        }
        return BetaQuadrature.integral(a, b, x, y, -1, Double.NaN);
    }

    /** a I/D = Σ (a + b)ₙ/(a + 1)ₙ xⁿ (DLMF 8.17.8), of positive terms. */
    static double series(double a, double b, double x) {
        double term = 1;
        double sum = 0;
        for (int n = 0; n < MAX_TERMS; n++) {
            term *= (a + b + n) / (a + 1 + n) * x;
            sum += term;
            if (term <= 0x1p-56 * sum) {
                break;
            }
        }
        return 1 + sum;
    }

    /** Whether {@link #series} needs fewer than about a hundred terms. */
    static boolean seriesIsShort(double a, double b, double x) {
        return x <= 0.7 && (a + b) * x <= 0.7 * (a + 1);
    }

    /** Whether {@link #oneMinusUpper} holds: the upper tail is of order y^b with small b, so that I is a small difference from 1. */
    static boolean complementIsShort(double a, double b, double y) {
        return b <= 1 && (a <= 1 ? y <= 0.5 : a * y <= 0.7);
    }

    /**
     * I = 1 − exp(u)(1 + b Σ_{n≥1} (1 − a)ₙ yⁿ/(n!(b + n))) (DLMF 8.17.7), u = b log y − log(b B(a, b)): both 1 − exp(u) and the
     * sum are of order b.
     */
    private static double oneMinusUpper(double a, double b, double x, double y) {
        double u = logUpperPrefix(a, b, x, y);
        double power = 1;
        double sum = 0;
        for (int n = 1; n < MAX_TERMS; n++) {
            power *= (n - a) / n * y;
            double term = power / (b + n);
            sum += term;
            if (Math.abs(term) <= 0x1p-56 * Math.abs(sum)) {
                break;
            }
        }
        return -Math.expm1(u) - Math.exp(u) * b * sum;
    }

    /** u = log(y^b/(b B(a, b))); for large a with y and Γ(a + b)/Γ(a) ≈ aᵇ in one logarithm. */
    private static double logUpperPrefix(double a, double b, double x, double y) {
        double leading = a >= StirlingSeries.FROM
                ? b * Math.log(a * y) + StirlingSeries.ratioExcess(a, b)
                : b * BetaDensity.logOf(y, x) + GammaFunction.logGammaDifference(a, b);
        return leading - GammaFunction.logGamma1p(b);
    }

    /** I/D by the even part of DLMF 8.17.22 (DiDonato and Morris 1992, eq. 9) with Steed's method; NaN when it has not settled. */
    private static double continuedFraction(double a, double b, double x, double y) {
        double lambda = BetaDensity.lambda(a, b, x, y);
        double d = (a + 1) / (a * (lambda + 1));
        double step = d;
        double fraction = d;
        for (int n = 1; n <= MAX_FRACTION_TERMS; n++) {
            double odd = a + 2 * n - 1;
            double numerator = (a + n - 1) / odd * ((a + b + n - 1) * x / odd) * (n * ((b - n) * x));
            double denominator = n + n * ((b - n) * x / odd) + (a + n) / (odd + 2) * (lambda + 1 + n * (1 + y));
            double next = 1 / (denominator + numerator * d);
            step *= -numerator * d * next;
            d = next;
            fraction += step;
            if (Math.abs(step) <= 0x1p-56 * Math.abs(fraction)) {
                return fraction;
            }
        }
        return Double.NaN;
    }
}
