package io.surprisal.special;

/**
 * Tails of the beta distribution, and their derivatives in the first shape, as integrals of positive numbers: with
 * logit t = logit x + h, I/D = ∫_−∞⁰ exp(−E(h)) dh and (1 − I)/D = ∫₀^∞ exp(−E(h)) dh, where
 * E(h) = (a + b) log(1 + x(eʰ − 1)) − a h is convex and E(0) = 0 (DLMF 8.17.1 with D = xᵃ(1 − x)ᵇ/B(a, b) taken out).
 *
 * <p>Nothing cancels at any a ≥ 1 (lower) or b ≥ 1 (upper), however large; a few panels of {@link GaussLegendre} up to E = 38
 * are exact to rounding.
 */
final class BetaQuadrature {
    /** exp(−38) is below 2⁻⁵⁴. */
    private static final double NEGLIGIBLE = 38;

    private static final double LONGEST_PANEL = 3;

    private BetaQuadrature() {}

    /**
     * The integral over h on one side, with y = 1 − x.
     *
     * @param direction −1 for the lower tail, 1 for the upper one
     * @param offset when not NaN, the integrand is multiplied by offset + log(t/x)
     */
    static double integral(double a, double b, double x, double y, int direction, double offset) {
        double lambda = BetaDensity.lambda(a, b, x, y);
        double end = end(a, b, x, y, lambda, direction);
        // E has branch points at distance π from the real axis: no panel may be longer.
        int panels = (int) Math.ceil(end / LONGEST_PANEL);
        double length = end / panels;
        double sum = 0;
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < 2 * GaussLegendre.PAIRS; i++) {
                double h = direction * length * (panel + GaussLegendre.node(i));
                double value = GaussLegendre.weight(i) * Math.exp(-exponent(a + b, lambda, x, y, h));
                // t/x = 1/(1 + y(e⁻ʰ − 1)).
                sum += Double.isNaN(offset) ? value : value * (offset - Math.log1p(y * Math.expm1(-h)));
            }
        }
        return length * sum;
    }

    private static double exponent(double total, double lambda, double x, double y, double h) {
        return (x <= y ? total * curvature(x, h) : total * curvature(y, -h)) - lambda * h;
    }

    /** log(1 + x(eʰ − 1)) − xh for x ≤ ½, about x(1 − x)h²/2; equal to itself with 1 − x and −h. */
    private static double curvature(double x, double h) {
        double u = x * Math.expm1(h);
        return u > 1 ? Math.log1p(u) - x * h : x * LogSpace.expm1mx(h) + LogSpace.log1pmx(u);
    }

    /** |h| at which E reaches 38. Newton's method on a convex function stays beyond the root after its first step. */
    private static double end(double a, double b, double x, double y, double lambda, int direction) {
        double slope = Math.max(-direction * lambda, 0);
        double curvature = (a + b) * x * y;
        double end = 2 * NEGLIGIBLE / (slope + Math.hypot(slope, Math.sqrt(2 * NEGLIGIBLE * curvature)));
        end = Math.min(end, 700);
        for (int i = 0; i < 12; i++) {
            double h = direction * end;
            double growth = Math.expm1(h);
            // E′ = (a + b)(t − x) − λ, with t − x = xy(eʰ − 1)/(1 + x(eʰ − 1)).
            double rate = direction * (curvature * (growth / (1 + x * growth)) - lambda);
            double step = (exponent(a + b, lambda, x, y, h) - NEGLIGIBLE) / rate;
            if (!(rate > 0 && Math.abs(step) < 1e300)) {
                break;
            }
            end = Math.min(end - step, 700);
            if (Math.abs(step) < 0.05 * end) {
                break;
            }
        }
        return end;
    }
}
