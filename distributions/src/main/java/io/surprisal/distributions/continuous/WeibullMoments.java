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
    static final ElementFunction VARIANCE = NumericSlope.function("Weibull variance", k -> central(1 / k, 2));

    /** Of k. */
    static final ElementFunction SKEWNESS =
            NumericSlope.function("Weibull skewness", k -> central(1 / k, 3) / Math.pow(central(1 / k, 2), 1.5));

    /** Of k. */
    static final ElementFunction KURTOSIS = NumericSlope.function("Weibull kurtosis", k -> {
        double variance = central(1 / k, 2);
        return central(1 / k, 4) / (variance * variance) - 3;
    });

    private static final double STEP = 1.0 / 32;
    private static final double FROM = -64;
    private static final double TO = 8;

    private WeibullMoments() {}

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
