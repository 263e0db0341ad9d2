package io.surprisal.special;

/**
 * Tails of the gamma distribution, and their derivatives in the shape, as integrals of positive numbers: with t = x eʰ,
 * P(a, x)/D(a, x) = ∫_−∞⁰ exp(−E(h)) dh and Q(a, x)/D(a, x) = ∫₀^∞ exp(−E(h)) dh, where E(h) = x(eʰ − 1) − a h is convex and
 * E(0) = 0 (DLMF 8.2.1 and 8.2.2, with D(a, x) = xᵃ e⁻ˣ/Γ(a) taken out).
 *
 * <p>Nothing cancels at any a, which is what the uniform expansion (DLMF 8.12) is needed for otherwise; one panel of
 * {@link GaussLegendre} up to E = 38 is exact to rounding for a ≥ 1 (lower) and x ≥ 1 (upper).
 */
final class GammaQuadrature {
    /** exp(−38) is below 2⁻⁵⁴. */
    private static final double NEGLIGIBLE = 38;

    private GammaQuadrature() {}

    /**
     * The integral over h on one side.
     *
     * @param direction −1 for the lower tail, 1 for the upper one
     * @param offset when not NaN, the integrand is multiplied by offset + h
     */
    static double integral(double a, double x, int direction, double offset) {
        double end = end(a, x, direction);
        double sum = 0;
        for (int i = 0; i < 2 * GaussLegendre.PAIRS; i++) {
            double h = direction * end * GaussLegendre.node(i);
            double value = GaussLegendre.weight(i) * Math.exp(-exponent(a, x, h));
            sum += Double.isNaN(offset) ? value : value * (offset + h);
        }
        return end * sum;
    }

    private static double exponent(double a, double x, double h) {
        return (x - a) * h + x * LogSpace.expm1mx(h);
    }

    /** |h| at which E reaches 38. Newton's method on a convex function stays beyond the root after its first step. */
    private static double end(double a, double x, int direction) {
        double slope = Math.max(direction * (x - a), 0);
        double end = 2 * NEGLIGIBLE / (slope + Math.hypot(slope, Math.sqrt(2 * NEGLIGIBLE * x)));
        for (int i = 0; i < 8; i++) {
            double h = direction * end;
            double step = (exponent(a, x, h) - NEGLIGIBLE) / (direction * ((x - a) + x * Math.expm1(h)));
            if (!(Math.abs(step) < 1e300)) {
                break;
            }
            end -= step;
            if (Math.abs(step) < 0.05 * end) {
                break;
            }
        }
        return end;
    }
}
