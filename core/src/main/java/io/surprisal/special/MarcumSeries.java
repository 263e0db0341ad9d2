package io.surprisal.special;

/**
 * Both tails of the noncentral χ distribution as Poisson mixtures of incomplete gamma functions,
 * Σ e⁻ᶻzᵏ/k! · Q(ν + k, y) with z = α²/2, y = β²/2, and the same with P (Gil, Segura, Temme 2014, eq. 7).
 *
 * <p>The terms are largest near k = (√(ν² + α²β²) − ν)/2. The sum starts where the terms
 * have faded, on the side from which the recurrence of the
 * incomplete gamma functions (DLMF 8.8.5 and 8.8.6) adds: below for Q, above for P.
 */
final class MarcumSeries {
    private static final int MAX_TERMS = 2_000;

    /** Terms above it are formed directly, terms below by logarithms. */
    private static final double SAFE = 1e-140;

    private MarcumSeries() {}

    /** log Q for direction 1, log P for direction −1. */
    static double logTail(double order, double alpha, double beta, int direction) {
        double z = 0.5 * alpha * alpha;
        double y = 0.5 * beta * beta;
        if (z == Double.POSITIVE_INFINITY || y == Double.POSITIVE_INFINITY) {
            // One of them is far out and the other near 0: the tail is about e⁻ᶻ or e⁻ʸ.
            return Double.NEGATIVE_INFINITY;
        }
        double product = alpha * beta;
        double mode = 0.5 * product * (product / (order + Math.hypot(order, product)));
        double first = direction > 0
                ? Math.floor(Math.max(0, mode - 10 * Math.sqrt(mode + 1) - 12))
                : last(order, 0.25 * product * product, Math.ceil(mode));
        double a = order + first;
        double tail = direction > 0 ? IncompleteGamma.upper(a, y) : IncompleteGamma.lower(a, y);
        double step = GammaTails.density(a, y) / (direction > 0 ? a : y);
        double weight = GammaTails.density(first + 1, z) / z;
        double logScale = 0;
        if (!(Math.min(weight, tail) > SAFE && tail < 1 / SAFE && Math.max(tail, step) * weight > SAFE)) {
            double logTail = direction > 0 ? IncompleteGamma.logUpper(a, y) : IncompleteGamma.logLower(a, y);
            double logStep = GammaTails.logDensity(a, y) - Math.log(direction > 0 ? a : y);
            double logLarger = Math.max(logTail, logStep);
            tail = Math.exp(logTail - logLarger);
            step = Math.exp(logStep - logLarger);
            weight = 1;
            logScale = first * Math.log(z) - z - GammaFunction.logGamma1p(first) + logLarger;
        }
        double sum = direction > 0
                ? rising(order, z, y, first, mode, weight * tail, weight * step)
                : falling(order, z, y, first, weight * tail, weight * step);
        return logScale + Math.log(sum);
    }

    /** The k at which the term of P, of order (zy)ᵏ/(k! Γ(ν + k + 1)), has fallen to 2⁻⁶⁰ of the largest one. */
    private static double last(double order, double product, double mode) {
        double k = mode;
        double relative = 1;
        for (int i = 0; i < MAX_TERMS && relative > 0x1p-60; i++) {
            k += 1;
            relative *= product / k / (order + k);
        }
        return k;
    }

    /** Σ_{k≥first} of the terms of Q, with Q(a + 1, y) = Q(a, y) + yᵃe⁻ʸ/Γ(a + 1); term and step carry the weight. */
    private static double rising(
            double order, double z, double y, double first, double mode, double firstTerm, double firstStep) {
        double term = firstTerm;
        double step = firstStep;
        double sum = term;
        double k = first;
        for (int i = 0; i < MAX_TERMS; i++) {
            k += 1;
            double ratio = z / k;
            term = (term + step) * ratio;
            step *= y / (order + k) * ratio;
            sum += term;
            if (k > mode && term + step <= 0x1p-57 * sum) {
                break;
            }
        }
        return sum;
    }

    /** Σ_{k≤first} of the terms of P, with P(a − 1, y) = P(a, y) + yᵃ⁻¹e⁻ʸ/Γ(a); term and step carry the weight. */
    private static double falling(double order, double z, double y, double first, double firstTerm, double firstStep) {
        double term = firstTerm;
        double step = firstStep;
        double sum = term;
        double k = first;
        for (int i = 0; i < MAX_TERMS && k > 0; i++) {
            double ratio = k / z;
            term = (term + step) * ratio;
            k -= 1;
            step *= (order + k) / y * ratio;
            sum += term;
        }
        return sum;
    }
}
