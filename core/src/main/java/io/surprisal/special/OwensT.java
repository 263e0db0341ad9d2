package io.surprisal.special;

/**
 * Owen's function T(h, a) = 1/2π ∫₀ᵃ exp(−h²(1 + x²)/2)/(1 + x²) dx: the probability that X &gt; h and 0 &lt; Y &lt; aX for
 * independent standard normal X, Y and h &gt; 0.
 *
 * <p>Gauss–Legendre quadrature of the definition for |a| ≤ 1, where the integrand is smooth and positive; for |a| &gt; 1
 * T(h, a) + T(ah, 1/a) = ½Q(h) + ½Q(ah) − Q(h)Q(ah) with Q(h) = 1 − Φ(h) (Owen 1956, eq. 2.3 for h ≥ 0).
 *
 * <p>Measured: relative error at most 5e-16 for |h| ≤ 37 and slopes from 1e-300 to 30.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177728074">Owen, Tables for computing bivariate normal probabilities (1956)</a>
 */
public final class OwensT {
    private static final double ONE_OVER_2_PI = 0.15915494309189535;
    /** exp(−38) is below 2⁻⁵⁴. */
    private static final double NEGLIGIBLE_EXPONENT = 38;

    private OwensT() {}

    /**
     * T(h, a), even in h and odd in a.
     *
     * @param h any number
     * @param a any number
     * @return T(h, a) in [−¼, ¼]: atan(a)/2π at h = 0, ±Q(|h|)/2 at a = ±∞, 0 at h = ±∞
     */
    public static double value(double h, double a) {
        if (Double.isNaN(h) || Double.isNaN(a)) {
            return Double.NaN;
        }
        double height = Math.abs(h);
        double slope = Math.abs(a);
        if (height == 0) {
            return ONE_OVER_2_PI * Math.atan(a);
        }
        if (height == Double.POSITIVE_INFINITY) {
            return Math.copySign(0, a);
        }
        return Math.copySign(slope <= 1 ? integral(height, slope) : reflected(height, slope), a);
    }

    private static double integral(double h, double a) {
        double end = h * a > 9 ? Math.min(a, Math.sqrt(2 * NEGLIGIBLE_EXPONENT) / h) : a;
        double sum = 0;
        for (int i = 0; i < 2 * GaussLegendre.PAIRS; i++) {
            double x = end * GaussLegendre.node(i);
            double hx = h * x;
            sum += GaussLegendre.weight(i) * Math.exp(-0.5 * hx * hx) / (1 + x * x);
        }
        return ONE_OVER_2_PI * NormalProbability.gaussian(h) * end * sum;
    }

    private static double reflected(double h, double a) {
        double q = NormalProbability.cdf(-h);
        double beyond = h * a;
        if (beyond > 40) {
            return 0.5 * q;
        }
        double p = NormalProbability.cdf(-beyond);
        return 0.5 * (q * (1 - p) + p * (1 - q)) - integral(beyond, 1 / a);
    }
}
