package io.surprisal.special;

/**
 * The continued fraction Γ(a, x) eˣ x⁻ᵃ = 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))) (DLMF 8.9.2,
 * even part), which converges quickly for x well above a, summed forwards by Steed's
 * method (DLMF 3.10(iii)): the convergents differ by steps of one sign, so that rounding does not accumulate.
 */
final class GammaContinuedFraction {
    private static final int MAX_TERMS = 150;

    private GammaContinuedFraction() {}

    /** The fraction, or NaN when it has not settled after {@value #MAX_TERMS} terms. */
    static double value(double a, double x) {
        double b = x + 1 - a;
        double d = 1 / b;
        double step = d;
        double fraction = d;
        for (int k = 1; k <= MAX_TERMS; k++) {
            double numerator = k * (a - k);
            b += 2;
            double next = 1 / (b + numerator * d);
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
