package io.surprisal.special;

import java.util.function.DoubleSupplier;

/**
 * The derivatives of log Γ: digamma ψ (DLMF 5.2.2), trigamma ψ′ and ψ⁽ⁿ⁾ (5.15.1).
 *
 * <p>Measured on 750 points: relative error at most 4e-16 for trigamma, for log x − ψ and for differences, 7e-16 for ψ⁽ⁿ⁾
 * up to n = 150, 2e-16 plus 2⁻⁵² times the condition number for ψ. On 300 points with n from 171 to 100,000: at most 1.3e-14 up to
 * n = 1,000, and 2⁻⁵⁴ times the condition number, n + 1, beyond.
 */
public final class Polygamma {
    /** B₂ₖ, k = 1 … 9. */
    private static final double[] BERNOULLI = {
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798
    };

    private static final int LARGEST_FACTORIAL = 170;

    private static final double E = 2.718281828459045;
    /** e − E. */
    private static final double E_LOW = 1.4456468917292502e-16;

    private static final double SQRT_2_PI = 2.5066282746310007;

    private Polygamma() {}

    /**
     * ψ(x) = d log Γ(x)/dx, with full relative accuracy through its zero at 1.4616…; near its zeros at negative x the error is
     * absolute.
     *
     * <p>Polynomials on [1, 4], ψ(x + 1) = ψ(x) + 1/x (DLMF 5.5.2) beside them, 5.11.2 from 10, ψ(1 − x) − π cot πx (5.5.4) below 0.
     *
     * @param x any number
     * @return ψ(x): −∞ at +0, +∞ at −0, NaN at the negative integers and −∞
     */
    public static double digamma(double x) {
        if (x <= 0) {
            if (x == 0) {
                return -1 / x;
            }
            double distance = x - Math.rint(x);
            return distance == 0 || x == Double.NEGATIVE_INFINITY
                    ? Double.NaN
                    : digamma(1 - x) - Math.PI / Math.tan(Math.PI * distance);
        }
        if (x < 1) {
            return LogGammaPolynomials.digamma(1 + x) - 1 / x;
        }
        if (x >= StirlingSeries.FROM) {
            return Math.log(x) - (0.5 / x + StirlingSeries.digammaCorrection(x));
        }
        double sum = 0;
        double shifted = x;
        while (shifted > 4) {
            shifted -= 1;
            sum += 1 / shifted;
        }
        return sum + LogGammaPolynomials.digamma(shifted);
    }

    /**
     * ψ(x + step) − ψ(x), without the cancellation of the difference.
     *
     * @param x positive
     * @param step at least 0
     * @return the difference, at least 0; NaN outside the domain
     */
    public static double digammaDifference(double x, double step) {
        if (!(x > 0 && step >= 0)) {
            return Double.NaN;
        }
        double sum = 0;
        double shifted = x;
        while (shifted < StirlingSeries.FROM) {
            sum += step / (shifted + step) / shifted;
            shifted += 1;
        }
        double half = 0.5 * (step / (shifted + step) / shifted);
        return sum + (Math.log1p(step / shifted) + (half + StirlingSeries.digammaCorrectionDifference(shifted, step)));
    }

    /**
     * ψ⁽ⁿ⁾(x + step) − ψ⁽ⁿ⁾(x), without the cancellation of the difference.
     *
     * @param n order, at least 0
     * @param x positive
     * @param step at least 0
     * @return the difference; NaN outside the domain, ±∞ where it is beyond the range of a double
     */
    public static double polygammaDifference(int n, double x, double step) {
        if (n == 0) {
            return digammaDifference(x, step);
        }
        if (!(n > 0 && x > 0 && step >= 0)) {
            return Double.NaN;
        }
        if (step == 0 || x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (step == Double.POSITIVE_INFINITY) {
            return -polygamma(n, x);
        }
        double s = n + 1.0;
        double sign = n % 2 == 0 ? -1 : 1;
        double zetas = HurwitzZeta.difference(s, x, step);
        return sign * timesFactorial(n, s, zetas, x, () -> HurwitzZeta.scaledDifference(s, x, step));
    }

    /**
     * log x − ψ(x), about 1/(2x) for large x, without the cancellation of the difference.
     *
     * @param x positive
     * @return log x − ψ(x): +∞ at 0, 0 at +∞, NaN below 0
     */
    public static double logMinusDigamma(double x) {
        if (!(x > 0)) {
            return x == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        return x >= StirlingSeries.FROM ? 0.5 / x + StirlingSeries.digammaCorrection(x) : Math.log(x) - digamma(x);
    }

    /**
     * ψ′(x), by ψ′(x) = ψ′(x + 1) + 1/x² (DLMF 5.15.5) to 10 and 5.15.8 beyond; reflected (5.15.6) below 0.
     *
     * @param x any number
     * @return ψ′(x), positive: +∞ at 0 and at the negative integers, 0 at +∞, NaN at −∞
     */
    public static double trigamma(double x) {
        if (x < 0) {
            if (x == Double.NEGATIVE_INFINITY) {
                return Double.NaN;
            }
            double sine = Math.sin(Math.PI * (x - Math.rint(x))) / Math.PI;
            return 1 / (sine * sine) - trigamma(1 - x);
        }
        double shifted = x;
        double sum = 0;
        while (shifted < StirlingSeries.FROM) {
            sum += 1 / (shifted * shifted);
            shifted += 1;
        }
        double inverse = 1 / shifted;
        double square = inverse * inverse;
        double series = 0;
        for (int k = BERNOULLI.length - 1; k >= 0; k--) {
            series = (series + BERNOULLI[k]) * square;
        }
        return sum + (0.5 * square + series * inverse) + inverse;
    }

    /**
     * ψ⁽ⁿ⁾(x) = (−1)ⁿ⁺¹ n! ζ(n + 1, x) (DLMF 25.11.12) for n ≥ 1, and ψ for n = 0.
     *
     * <p>Below 0, with f the fractional part of x, the sum over all integers, ζ(s, f) + (−1)ˢ ζ(s, 1 − f) with s = n + 1, less
     * the part that the series does not have, (−1)ˢ ζ(s, 1 − x).
     *
     * @param n order, at least 0
     * @param x any number
     * @return ψ⁽ⁿ⁾(x): ∞ with the sign of the pole at 0 and at the negative integers of odd n, NaN where even n has no sign,
     *     at −∞ and for n &lt; 0
     */
    public static double polygamma(int n, double x) {
        if (n < 0 || Double.isNaN(x)) {
            return Double.NaN;
        }
        if (n == 0) {
            return digamma(x);
        }
        if (n == 1) {
            return trigamma(x);
        }
        double s = n + 1.0;
        double sign = n % 2 == 0 ? -1 : 1;
        if (x > 0) {
            return sign * timesFactorial(n, s, HurwitzZeta.value(s, x), x, () -> HurwitzZeta.scaled(s, x));
        }
        if (x == 0 || x == Math.rint(x)) {
            return sign > 0 && x > Double.NEGATIVE_INFINITY
                    ? Double.POSITIVE_INFINITY
                    : x == 0 ? -Math.copySign(Double.POSITIVE_INFINITY, x) : Double.NaN;
        }
        double fraction = x - Math.floor(x);
        double lattice = HurwitzZeta.value(s, fraction) + sign * HurwitzZeta.value(s, 1 - fraction);
        return sign * timesFactorial(n, s, lattice - sign * HurwitzZeta.value(s, 1 - x), Double.NaN, () -> Double.NaN);
    }

    /**
     * Γ(s)/xˢ times a factor of order 1, for s ≥ 10: Stirling's formula (DLMF 5.11.3) with both powers in one, (s/ex)ˢ, so that no
     * logarithm of hundreds is rounded. What rounding s/(ex) took away comes back as exp(s δ).
     */
    private static double gammaOverPower(double s, double x, double factor) {
        double base = s / x / E;
        double half = Math.pow(base, 0.5 * s);
        if (half == 0 || half == Double.POSITIVE_INFINITY) {
            return half;
        }
        double product = base * x;
        double whole = product * E;
        double lost = Math.fma(product, E, -whole) + (Math.fma(base, x, -product) * E + product * E_LOW);
        double delta = ((s - whole) - lost) / s;
        return half * (SQRT_2_PI / Math.sqrt(s) * factor * Math.exp(s * delta + StirlingSeries.correction(s))) * half;
    }

    /**
     * n! times the zeta value, or difference of two; by {@code scaled}, which is xˢ times it, or by logarithms where either leaves the
     * range but the product need not.
     */
    private static double timesFactorial(int n, double s, double zeta, double x, DoubleSupplier scaled) {
        if (n <= LARGEST_FACTORIAL && Math.abs(zeta) > Double.MIN_NORMAL) {
            return GammaFunction.gamma(s) * zeta;
        }
        if (x > 0 && n <= LARGEST_FACTORIAL) {
            double half = Math.pow(x, -0.5 * s);
            return zeta == 0 && half == 0 ? 0 : GammaFunction.gamma(s) * half * half * scaled.getAsDouble();
        }
        if (x > 0 && x < Double.POSITIVE_INFINITY) {
            return gammaOverPower(s, x, scaled.getAsDouble());
        }
        return zeta == 0 ? 0 : Math.copySign(Math.exp(GammaFunction.logGamma(s) + Math.log(Math.abs(zeta))), zeta);
    }
}
