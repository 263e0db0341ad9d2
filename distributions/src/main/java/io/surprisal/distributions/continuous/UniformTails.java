package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/** A uniform variable, each tail from its own end of the interval. */
record UniformTails(Tensor low, Tensor high) implements Tails {
    private Tensor width() {
        return high.minus(low);
    }

    @Override
    public Tensor lower(Tensor z) {
        return z.minus(low).div(width());
    }

    @Override
    public Tensor upper(Tensor z) {
        return high.minus(z).div(width());
    }

    @Override
    public Tensor logLower(Tensor z) {
        return LogOfProbability.of(lower(z), upper(z));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return LogOfProbability.of(upper(z), lower(z));
    }

    /** From the nearer end: 1 − p is exact above ½. */
    @Override
    public Tensor ofLower(Tensor p) {
        return Tensor.where(
                p.less(0.5),
                p.times(width()).plus(low),
                high.minus(p.neg().plus(1).times(width())));
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return Tensor.where(
                p.less(0.5),
                high.minus(p.times(width())),
                p.neg().plus(1).times(width()).plus(low));
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return Tensor.where(
                logP.less(-0.7),
                HostMath.exp(logP).times(width()).plus(low),
                HostMath.expm1(logP).times(width()).plus(high));
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return Tensor.where(
                logP.less(-0.7),
                high.minus(HostMath.exp(logP).times(width())),
                low.minus(HostMath.expm1(logP).times(width())));
    }
}
