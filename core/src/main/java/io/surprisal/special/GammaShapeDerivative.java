package io.surprisal.special;

/**
 * The derivative of P(a, x) in a, as an integral of one sign: since ∂/∂a of the density is the density times log t − ψ(a) and
 * the whole integral vanishes, −∂P/∂a is ∫₀ˣ density · (ψ(a) − log t) dt for log x ≤ ψ(a), and ∫ₓ^∞ density · (log t − ψ(a)) dt
 * beyond, both of positive numbers.
 *
 * <p>Where the series of P is short it is differentiated term by term instead: with S = Σ xⁿ/(a + 1)ₙ,
 * ∂P/∂a = D/a · (S (log x − ψ(a + 1)) + ∂S/∂a), all of one sign for x below the mean.
 */
final class GammaShapeDerivative {
    private static final int MAX_TERMS = 300;

    private GammaShapeDerivative() {}

    /** ∂P/∂a. */
    static double value(double a, double x) {
        double scaled = scaled(a, x, Math.log(x));
        double density = GammaTails.density(a, x);
        if (density > Double.MIN_NORMAL) {
            return -density * scaled;
        }
        return -Math.exp(GammaTails.logDensity(a, x) + Math.log(scaled));
    }

    /** −(∂P/∂a)/D = ∂ log x/∂a at fixed P. */
    static double ofLogQuantile(double a, double logX) {
        return scaled(a, Math.exp(logX), logX);
    }

    private static double scaled(double a, double x, double logX) {
        double offset = logRatio(a, x, logX);
        boolean below = offset <= 0;
        if (GammaTails.seriesIsShort(a, x) && (below || (a < 1 && x < 1))) {
            return series(a, x, logX - Polygamma.digamma(a + 1)) / a;
        }
        return below ? -GammaQuadrature.integral(a, x, -1, offset) : GammaQuadrature.integral(a, x, 1, offset);
    }

    /** log x − ψ(a). */
    private static double logRatio(double a, double x, double logX) {
        double relative = (x - a) / a;
        return a >= 1 && Math.abs(relative) < 0.5
                ? Math.log1p(relative) + Polygamma.logMinusDigamma(a)
                : logX - Polygamma.digamma(a);
    }

    /** −(S · offset + ∂S/∂a), where ∂S/∂a = −Σ xⁿ/(a + 1)ₙ Σ_{j≤n} 1/(a + j). */
    private static double series(double a, double x, double offset) {
        double term = 1;
        double sum = 0;
        double derivative = 0;
        double harmonic = 0;
        for (int n = 1; n < MAX_TERMS; n++) {
            term *= x / (a + n);
            harmonic += 1 / (a + n);
            sum += term;
            derivative += term * harmonic;
            if (term * (1 + harmonic) <= 0x1p-56 * derivative) {
                break;
            }
        }
        return derivative - (1 + sum) * offset;
    }
}
