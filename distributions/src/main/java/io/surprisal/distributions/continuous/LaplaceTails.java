package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.SymmetricTails;
import io.surprisal.tensor.Tensor;

/** The standard Laplace variable: P(Z ≤ z) = ½eᶻ for z ≤ 0. */
record LaplaceTails() implements SymmetricTails {
    private static final double LOG_2 = 0.69314718055994530942;

    @Override
    public Tensor lower(Tensor z) {
        Tensor tail = z.abs().neg().exp().times(0.5);
        return Tensor.where(z.less(0), tail, tail.neg().plus(1));
    }

    @Override
    public Tensor logLower(Tensor z) {
        Tensor outer = z.abs().neg();
        return Tensor.where(
                z.less(0), outer.minus(LOG_2), outer.exp().times(-0.5).log1p());
    }

    /** log 2p below the median, and −log 2(1 − p) above it; each logarithm of a number that is exact. */
    @Override
    public Tensor ofLower(Tensor p) {
        Tensor isLow = p.less(0.5);
        Tensor half = p.backend().scalar(0.5, p.dtype());
        Tensor low = HostMath.log(Tensor.where(isLow, p, half).times(2));
        Tensor high = HostMath.log(Tensor.where(isLow, half, p).neg().plus(1).times(2));
        return Tensor.where(isLow, low, high.neg());
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        Tensor isLow = logP.less(-LOG_2);
        Tensor half = logP.backend().scalar(-LOG_2, logP.dtype());
        Tensor high =
                HostMath.log(HostMath.expm1(Tensor.where(isLow, half, logP)).times(-2));
        return Tensor.where(isLow, logP.plus(LOG_2), high.neg());
    }
}
