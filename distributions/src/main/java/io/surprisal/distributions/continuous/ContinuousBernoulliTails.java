package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/**
 * The continuous Bernoulli variable: P(Z ≤ z) = (exp(ez) − 1)/(exp(e) − 1), with each factor written so that it neither overflows nor
 * cancels; z at e = 0.
 *
 * @param logit e
 */
record ContinuousBernoulliTails(Tensor logit) implements Tails {
    /** From where on exponentials may overflow, and exp(−e) is nothing beside 1. */
    private static final double STEEP = 700;

    private static final ElementFunction LOWER_SLOPE =
            ElementFunction.of("continuous Bernoulli cdf slope", ContinuousBernoulliTails::lowerSlope);
    private static final ElementFunction LOWER = ElementFunction.of(
                    "continuous Bernoulli cdf", (double z, double e) -> lower(z, e))
            .withSlopes((x, y) -> density(x.get(0), x.get(1)), (x, y) -> LOWER_SLOPE.of(x.get(0), x.get(1)));
    private static final ElementFunction QUANTILE = ElementFunction.of(
                    "continuous Bernoulli quantile", ContinuousBernoulliTails::quantile)
            .withSlopes(
                    (x, z) -> density(z, x.get(1)).reciprocal(),
                    (x, z) -> LOWER_SLOPE
                            .of(z, x.get(1))
                            .div(density(z, x.get(1)))
                            .neg());

    private static final ElementFunction UPPER_QUANTILE = ElementFunction.of(
                    "continuous Bernoulli inverse survival", ContinuousBernoulliTails::upperQuantile)
            .withSlopes(
                    (x, z) -> density(z, x.get(1)).reciprocal().neg(),
                    (x, z) -> LOWER_SLOPE
                            .of(z, x.get(1))
                            .div(density(z, x.get(1)))
                            .neg());

    @Override
    public Tensor lower(Tensor z) {
        return LOWER.of(z, logit);
    }

    @Override
    public Tensor upper(Tensor z) {
        return LOWER.of(z.neg().plus(1), logit.neg());
    }

    @Override
    public Tensor logLower(Tensor z) {
        return LogOfProbability.of(lower(z), upper(z));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return LogOfProbability.of(upper(z), lower(z));
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return QUANTILE.of(p, logit);
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return UPPER_QUANTILE.of(p, logit);
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return LogOfProbability.inverse(logP, this::ofLower, this::ofUpper);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return LogOfProbability.inverse(logP, this::ofUpper, this::ofLower);
    }

    private static double lower(double z, double e) {
        if (Math.abs(e) < Double.MIN_NORMAL) {
            return z;
        }
        return e < 0
                ? StrictMath.expm1(e * z) / StrictMath.expm1(e)
                : StrictMath.exp(-e * (1 - z)) * (StrictMath.expm1(-e * z) / StrictMath.expm1(-e));
    }

    private static double quantile(double p, double e) {
        return p <= 0.5 ? fromLow(p, e) : fromHigh(1 - p, e);
    }

    private static double upperQuantile(double q, double e) {
        return q <= 0.5 ? fromHigh(q, e) : fromLow(1 - q, e);
    }

    private static double fromLow(double p, double e) {
        if (Math.abs(e) < Double.MIN_NORMAL) {
            return p;
        }
        if (e > STEEP) {
            return p == 0 ? 0 : 1 + StrictMath.log(p + StrictMath.exp(-e)) / e;
        }
        return p == 0 ? 0 : StrictMath.log1p(p * StrictMath.expm1(e)) / e;
    }

    private static double fromHigh(double q, double e) {
        if (-e > STEEP) {
            return q == 0 ? 1 : StrictMath.log(q + StrictMath.exp(e)) / e;
        }
        return Math.abs(e) < Double.MIN_NORMAL ? 1 - q : 1 + StrictMath.log1p(q * StrictMath.expm1(-e)) / e;
    }

    private static Tensor density(Tensor z, Tensor e) {
        Tensor size = e.abs();
        Tensor distance = Tensor.where(e.greater(0), z.neg().plus(1), z);
        Tensor isUniform = e.equalTo(0);
        Tensor one = e.backend().scalar(1, e.dtype());
        Tensor constant = Tensor.where(isUniform, one, size)
                .div(Tensor.where(isUniform, one, size.neg().expm1().neg()));
        return constant.times(size.times(distance).neg().exp());
    }

    /** ∂P(Z ≤ z)/∂e = P(Z ≤ z)(E[Z | Z ≤ z] − E[Z]), both means by Langevin's function. */
    private static double lowerSlope(double z, double e) {
        double mean = z * (1 + Langevin.at(e * z / 2)) / 2;
        return lower(z, e) * (mean - (1 + Langevin.at(e / 2)) / 2);
    }
}
