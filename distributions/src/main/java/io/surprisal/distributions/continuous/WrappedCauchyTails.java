package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.SymmetricTails;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/**
 * The wrapped Cauchy variable around 0: tan(z/2) is a Cauchy variable of scale (1 − r)/(1 + r), and the lower tail the angle of a vector
 * of which no component is rounded off, at any z in [−π, π].
 *
 * @param concentration r
 */
record WrappedCauchyTails(Tensor concentration) implements SymmetricTails {
    private static final ElementFunction QUANTILE = ElementFunction.of(
                    "wrapped Cauchy quantile", WrappedCauchyTails::quantile)
            .withSlopes((x, z) -> inverseDensity(z, x.get(1)), (x, z) -> concentrationSlope(z, x.get(1)));

    @Override
    public Tensor lower(Tensor z) {
        Tensor half = z.times(0.5);
        Tensor up = concentration.neg().plus(1).times(half.cos());
        Tensor left = concentration.plus(1).times(half.sin()).neg();
        return up.atan2(left).div(Math.PI);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return LogOfProbability.of(lower(z), upper(z));
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return QUANTILE.of(p, concentration);
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return LogOfProbability.inverse(logP, this::ofLower, this::ofUpper);
    }

    private static double quantile(double p, double concentration) {
        double near = (1 - concentration) * StrictMath.sin(Math.PI * (p - 0.5));
        double far = (1 + concentration) * StrictMath.sin(Math.PI * Math.min(p, 1 - p));
        return 2 * StrictMath.atan2(near, far);
    }

    private static Tensor inverseDensity(Tensor z, Tensor concentration) {
        Tensor gap = concentration.neg().plus(1);
        Tensor below = gap.square()
                .plus(z.times(0.5).sin().square().times(concentration).times(4));
        return below.div(gap.times(concentration.plus(1))).times(2 * Math.PI);
    }

    private static Tensor concentrationSlope(Tensor z, Tensor concentration) {
        Tensor gap = concentration.neg().plus(1);
        return z.sin().times(-2).div(gap.times(concentration.plus(1)));
    }
}
