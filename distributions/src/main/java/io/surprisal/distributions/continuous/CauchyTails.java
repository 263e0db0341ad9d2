package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.SymmetricTails;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/** The standard Cauchy variable: P(Z ≤ z) = angle of the point (−z, 1) over π, from either side without a difference. */
record CauchyTails() implements SymmetricTails {
    private static final double LOG_HALF = -0.69314718055994530942;

    private static final ElementFunction QUANTILE = ElementFunction.of("Cauchy quantile", CauchyTails::quantile)
            .withSlopes((x, y) -> y.square().plus(1).times(Math.PI));

    private static final ElementFunction QUANTILE_OF_LOG = ElementFunction.of(
                    "Cauchy quantile of log", CauchyTails::quantileOfLog)
            .withSlopes(
                    (x, y) -> y.square().plus(1).times(Math.PI).times(x.get(0).exp()));

    @Override
    public Tensor lower(Tensor z) {
        return z.backend().scalar(1, z.dtype()).atan2(z.neg()).div(Math.PI);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return LogOfProbability.of(lower(z), upper(z));
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return QUANTILE.of(p);
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return QUANTILE_OF_LOG.of(logP);
    }

    private static double quantile(double p) {
        if (p < 0.25) {
            return -1 / StrictMath.tan(Math.PI * p);
        }
        // p − ½ and 1 − p are exact.
        return p > 0.75 ? 1 / StrictMath.tan(Math.PI * (1 - p)) : StrictMath.tan(Math.PI * (p - 0.5));
    }

    private static double quantileOfLog(double logP) {
        if (logP < -30) {
            // tan is its argument there, and the probability may underflow.
            return -StrictMath.exp(-logP) / Math.PI;
        }
        if (logP < 2 * LOG_HALF) {
            return quantile(StrictMath.exp(logP));
        }
        return logP > -0.28
                ? 1 / StrictMath.tan(Math.PI * Math.abs(StrictMath.expm1(logP)))
                : StrictMath.tan(Math.PI * (0.5 + StrictMath.expm1(logP)));
    }
}
