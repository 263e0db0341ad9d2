package io.surprisal.special;

/**
 * The derivative of I_x(a, b) in a, as an integral of one sign: ∂/∂a of the density is the density times
 * log t − ψ(a) + ψ(a + b), and the whole integral vanishes, so that −∂I/∂a is an integral of positive numbers over the side of x
 * on which the weight keeps the sign that it has at x.
 *
 * <p>Quadrature of that integral; for small shapes a series of the same quantity, because the quadrature would have to cover
 * a range of 1/a or 1/b.
 */
final class BetaShapeDerivative {
    private static final int MAX_TERMS = 300;

    private BetaShapeDerivative() {}

    /** ∂I/∂a, with y = 1 − x. */
    static double value(double a, double b, double x, double y) {
        double scaled = scaled(a, b, x, y, BetaDensity.logOf(x, y));
        double density = BetaDensity.value(a, b, x, y);
        if (density > Double.MIN_NORMAL) {
            return -density * scaled;
        }
        return -Math.exp(BetaDensity.log(a, b, x, y) + Math.log(scaled));
    }

    /** −(∂I/∂a)/D = ∂ logit x/∂a at fixed I. */
    static double ofLogitQuantile(double a, double b, double logit) {
        double x = 1 / (1 + Math.exp(-logit));
        double y = 1 / (1 + Math.exp(logit));
        return scaled(a, b, x, y, -LogSpace.log1pexp(-logit));
    }

    private static double scaled(double a, double b, double x, double y, double logX) {
        double offset = offset(a, b, x, y, logX);
        boolean below = offset <= 0;
        if (BetaTails.seriesIsShort(a, b, x) && (below || a < 1 || b <= 1)) {
            return lowerSeries(a, b, x, logX) / a;
        }
        if (BetaTails.complementIsShort(a, b, y) && !(below && a >= 1)) {
            return upperSeries(a, b, y, logX);
        }
        return below
                ? -BetaQuadrature.integral(a, b, x, y, -1, offset)
                : BetaQuadrature.integral(a, b, x, y, 1, offset);
    }

    /** log x − ψ(a) + ψ(a + b); near the mean by the distance from it, so that large shapes keep it. */
    private static double offset(double a, double b, double x, double y, double logX) {
        if (a >= 1 && b >= 0.1 * a) {
            double relative = -BetaDensity.lambda(a, b, x, y) / a;
            if (Math.abs(relative) < 0.5) {
                return Math.log1p(relative) + (Polygamma.logMinusDigamma(a) - Polygamma.logMinusDigamma(a + b));
            }
        }
        return logX + Polygamma.digammaDifference(a, b);
    }

    /**
     * −(S(log x − ψ(a + 1) + ψ(a + b)) + ∂S/∂a) with S = Σ cₙxⁿ, cₙ = (a + b)ₙ/(a + 1)ₙ and
     * ∂ log cₙ/∂a = Σ_{j&lt;n} (1 − b)/((a + b + j)(a + 1 + j)).
     */
    private static double lowerSeries(double a, double b, double x, double logX) {
        double offset = b >= 1
                ? logX + Polygamma.digammaDifference(a + 1, b - 1)
                : logX - Polygamma.digammaDifference(a + b, 1 - b);
        double term = 1;
        double sum = 0;
        double derivative = 0;
        double slope = 0;
        for (int n = 0; n < MAX_TERMS; n++) {
            double numerator = a + b + n;
            double denominator = a + 1 + n;
            slope += (1 - b) / numerator / denominator;
            term *= numerator / denominator * x;
            sum += term;
            derivative += term * slope;
            if (term * (1 + Math.abs(slope)) <= 0x1p-56 * (sum + Math.abs(derivative))) {
                break;
            }
        }
        return -(1 + sum) * offset - derivative;
    }

    /**
     * x⁻ᵃ Σ yⁿ(eₙ + c fₙ)/(b + n) with c = ψ(a + b) − ψ(a): tᵃ⁻¹ = Σ fₙ(1 − t)ⁿ, tᵃ⁻¹ log t = Σ eₙ(1 − t)ⁿ, where
     * fₙ = fₙ₋₁(n − a)/n and eₙ = eₙ₋₁(n − a)/n − fₙ₋₁/n.
     */
    private static double upperSeries(double a, double b, double y, double logX) {
        double c = Polygamma.digammaDifference(a, b);
        double f = 1;
        double e = 0;
        double sum = c / b;
        for (int n = 1; n < MAX_TERMS; n++) {
            e = (e * (n - a) - f) / n * y;
            f *= (n - a) / n * y;
            double term = (e + c * f) / (b + n);
            sum += term;
            if (Math.abs(e) + c * Math.abs(f) <= 0x1p-56 * Math.abs(sum)) {
                break;
            }
        }
        return Math.exp(-a * logX) * sum;
    }
}
