package io.surprisal.distributions.continuous;

import io.surprisal.special.GammaFunction;

/**
 * Skewness and kurtosis of tⁿ with standard exponential t and large n, whose raw moments are (kn)!: ratios of the leading ones by Stirling's formula,
 * whose large terms are put together by hand, since (4n)! and even ((2n)!)²/(n!)⁴ exceed all doubles long before the ratios do.
 */
final class FarExtremeMoments {
    private static final double TWO_PI = 2 * Math.PI;

    /** From here on the other terms are less than 2⁻¹⁰⁰⁰ of the leading one. */
    private static final double NEGLIGIBLE_FROM = 1_000;

    private FarExtremeMoments() {}

    /** (3n)!/(2n)!^1.5 is (3n)^½ (2n)^−¾ (2π)^−¼ (27/8)ⁿ but for Stirling's corrections; the central moment has 1 − 3 (2n)! n!/(3n)! + 2 n!³/(3n)! of it. */
    static double skewness(double n) {
        double correction = GammaFunction.stirlingCorrection(3 * n) - 1.5 * GammaFunction.stirlingCorrection(2 * n);
        double leading = Math.sqrt(3 * n)
                / Math.pow(2 * n, 0.75)
                / Math.pow(TWO_PI, 0.25)
                * Math.exp(correction)
                * Math.pow(3.375, n);
        if (n >= NEGLIGIBLE_FROM) {
            return leading;
        }
        double third = logFactorial(3 * n);
        double central = 1
                - 3 * Math.exp(logFactorial(2 * n) + logFactorial(n) - third)
                + 2 * Math.exp(3 * logFactorial(n) - third);
        return leading * central / Math.pow(shareOfVariance(n), 1.5);
    }

    /** (4n)!/(2n)!² is 16ⁿ/√(2πn) but for Stirling's corrections. */
    static double kurtosis(double n) {
        double correction = GammaFunction.stirlingCorrection(4 * n) - 2 * GammaFunction.stirlingCorrection(2 * n);
        double root = Math.pow(4, n);
        double leading = root / Math.sqrt(TWO_PI * n) * Math.exp(correction) * root;
        if (n >= NEGLIGIBLE_FROM) {
            return leading;
        }
        double fourth = logFactorial(4 * n);
        double first = logFactorial(n);
        double central = 1
                - 4 * Math.exp(logFactorial(3 * n) + first - fourth)
                + 6 * Math.exp(logFactorial(2 * n) + 2 * first - fourth)
                - 3 * Math.exp(4 * first - fourth);
        double share = shareOfVariance(n);
        return leading * central / (share * share) - 3;
    }

    /** 1 − n!²/(2n)!. */
    private static double shareOfVariance(double n) {
        return -Math.expm1(2 * logFactorial(n) - logFactorial(2 * n));
    }

    private static double logFactorial(double n) {
        return GammaFunction.logGamma1p(n);
    }
}
