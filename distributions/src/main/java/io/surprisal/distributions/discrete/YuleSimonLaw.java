package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.CountLaw;
import io.surprisal.distributions.family.NumericSlope;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.LogSpace;
import io.surprisal.special.Polygamma;
import io.surprisal.tensor.ElementFunction;

/** P(X &gt; k) = k B(k, ρ + 1) = 1/C(k + ρ, k). */
final class YuleSimonLaw extends CountLaw {
    static final YuleSimonLaw INSTANCE = new YuleSimonLaw();

    /** Of (k, ρ): P(X &gt; k) ρ/k. */
    static final ElementFunction LOG_MASS = ElementFunction.of(
                    "Yule–Simon log-probability", (k, rho) -> logUpper(k, rho) + Math.log(rho / k))
            .withSlopes(
                    WholeParameter.STILL,
                    (x, y) -> x.get(1).reciprocal().minus(x.get(1).plus(1).digammaDifference(x.get(0))));

    /** Of ρ. */
    static final ElementFunction ENTROPY = NumericSlope.function("Yule–Simon entropy", YuleSimonLaw::entropy);

    /** Where the terms of the entropy, which fall faster than k⁻², no longer count. */
    private static final double FAR = 1e20;

    /** Products of up to so many quotients have fewer roundings than an exponential of a logarithm. */
    private static final int SHORT = 16;

    /** Where the logarithm is less than that, products of up to so many have. */
    private static final int LONG = 1024;

    private static final double FAR_DOWN = -20;

    private YuleSimonLaw() {
        super("YuleSimon", 1);
    }

    /** −log C(k + ρ, k), from the smaller of k and ρ. */
    private static double logUpper(double k, double rho) {
        double less = Math.min(k, rho);
        return GammaFunction.logGamma1p(less) - GammaFunction.logGammaDifference(Math.max(k, rho) + 1, less);
    }

    @Override
    protected double lower(double k, double[] shape) {
        double upper = upper(k, shape);
        return upper < 0.5 ? 1 - upper : -Math.expm1(logUpper(k, shape[0]));
    }

    /** Π j/(ρ + j) over j ≤ k where that has more digits. */
    @Override
    protected double upper(double k, double[] shape) {
        double log = logUpper(k, shape[0]);
        if (!(k <= SHORT || (k <= LONG && log < FAR_DOWN))) {
            return Math.exp(log);
        }
        double product = 1;
        for (int j = 1; j <= k && product > 0; j++) {
            product *= j / (shape[0] + j);
        }
        return product;
    }

    @Override
    protected double logLower(double k, double[] shape) {
        double upper = upper(k, shape);
        return upper < 0.5 ? Math.log1p(-upper) : LogSpace.log1mexp(logUpper(k, shape[0]));
    }

    @Override
    protected double logUpper(double k, double[] shape) {
        return logUpper(k, shape[0]);
    }

    @Override
    protected double logLowerSlope(int parameter, double k, double[] shape) {
        return -upper(k, shape) / lower(k, shape) * logUpperSlope(parameter, k, shape);
    }

    @Override
    protected double logUpperSlope(int parameter, double k, double[] shape) {
        return -Polygamma.digammaDifference(shape[0] + 1, k);
    }

    @Override
    protected double low(double[] shape) {
        return 1;
    }

    @Override
    protected double middle(double[] shape) {
        return 1;
    }

    /**
     * Summed by parts: H = log P(1)⁻¹ + Σ P(X &gt; k) log((k + ρ + 1)/k), of whose logarithm −log(1 − y) with y = (ρ + 1)/(k + ρ + 1) the leading
     * term y has the sum 1/ρ.
     */
    private static double entropy(double rho) {
        double sum = SmoothSum.outwards(1, FAR, k -> {
            double y = (rho + 1) / (k + rho + 1);
            // 1 − y where y rounds to 1.
            double rest = y < 0.5 ? -LogSpace.log1pmx(-y) : Math.log((k + rho + 1) / k) - y;
            return Math.exp(logUpper(k, rho)) * rest;
        });
        return Math.log1p(1 / rho) + 1 / rho + sum;
    }
}
