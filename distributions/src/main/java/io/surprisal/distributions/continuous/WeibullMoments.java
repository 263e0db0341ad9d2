package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.GammaFunction;
import io.surprisal.tensor.ElementFunction;

/**
 * Central moments of E^h, h = 1/k, for exponential E: by the trapezoidal rule over L = log E, whose density exp(L − e^L) makes the rule exact to
 * rounding, on the distances e^(hL) − mean that expm1 gives without cancellation.
 */
final class WeibullMoments {
    /** Of k, at scale 1. */
    static final ElementFunction VARIANCE = NumericSlope.function("Weibull variance", k -> standardised(1 / k, 2));

    /** Of k. */
    static final ElementFunction SKEWNESS = NumericSlope.function("Weibull skewness", k -> standardised(1 / k, 3));

    /** Of k. */
    static final ElementFunction KURTOSIS = NumericSlope.function("Weibull kurtosis", k -> standardised(1 / k, 4) - 3);

    /** The h from which on raw moments Γ(1 + nh) are so far apart that their differences do not cancel, and central ones overflow. */
    private static final double LARGE = 20;

    private static final double STEP = 1.0 / 32;
    private static final double FROM = -64;
    private static final double TO = 8;

    private WeibullMoments() {}

    /** The variance for order 2, otherwise the central moment over its power. */
    static double standardised(double h, int order) {
        if (h > LARGE) {
            return ofRaw(h, order);
        }
        double variance = central(h, 2);
        return order == 2 ? variance : central(h, order) / Math.pow(variance, 0.5 * order);
    }

    /** With the largest raw moment as a factor, whose logarithm is finite where it is not. */
    private static double ofRaw(double h, int order) {
        double first = GammaFunction.logGamma1p(h);
        double second = GammaFunction.logGamma1p(2 * h);
        double third = GammaFunction.logGamma1p(3 * h);
        double variance = -Math.expm1(2 * first - second);
        if (order == 2) {
            return Math.exp(second) * variance;
        }
        double log = order == 3 ? third : GammaFunction.logGamma1p(4 * h);
        double relative = order == 3
                ? 1 - 3 * Math.exp(first + second - log) + 2 * Math.exp(3 * first - log)
                : 1
                        - 4 * Math.exp(first + third - log)
                        + 6 * Math.exp(2 * first + second - log)
                        - 3 * Math.exp(4 * first - log);
        return Math.exp(log - 0.5 * order * second) * relative / Math.pow(variance, 0.5 * order);
    }

    private static double central(double h, int order) {
        double excess = Math.expm1(GammaFunction.logGamma1p(h));
        double sum = 0;
        double lost = 0;
        for (double log = FROM; log < TO; log += STEP) {
            double exponent = h * log;
            double rounding = Math.fma(h, log, -exponent);
            double grown = Math.expm1(exponent);
            double distance = grown + rounding * (grown + 1) - excess;
            double term = Math.exp(log - Math.exp(log)) * Math.pow(distance, order) - lost;
            double next = sum + term;
            lost = (next - sum) - term;
            sum = next;
        }
        return sum * STEP;
    }
}
