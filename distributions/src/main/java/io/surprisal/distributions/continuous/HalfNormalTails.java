package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/** The absolute value of a standard normal variable: P(Z ≤ z) = erf(z/√2). */
record HalfNormalTails() implements Tails {
    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double LOG_TWO = Math.log(2);

    @Override
    public Tensor lower(Tensor z) {
        return z.div(ROOT_TWO).erf();
    }

    /** 2Φ(−z) keeps the digits of z that z/√2 would round off. */
    @Override
    public Tensor upper(Tensor z) {
        return z.neg().normalCdf().times(2);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return LogOfProbability.of(lower(z), upper(z));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        // Near 0 the logarithm is that of 1 − erf; log 2 + log Φ would cancel.
        Tensor isNear = z.less(0.5);
        Tensor middle = z.backend().scalar(0.5, z.dtype());
        Tensor near = lower(Tensor.where(isNear, z, middle)).neg().log1p();
        return Tensor.where(
                isNear,
                near,
                Tensor.where(isNear, middle, z).neg().normalLogCdf().plus(LOG_TWO));
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return Tensor.where(p.less(0), p.backend().scalar(Double.NaN, p.dtype()), p)
                .erfInv()
                .times(ROOT_TWO);
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        // A probability above 1 is halved to one below 1, which has a quantile.
        Tensor half = Tensor.where(p.greater(1), p.backend().scalar(Double.NaN, p.dtype()), p)
                .times(0.5);
        return half.normalQuantile().neg().plus(0);
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return LogOfProbability.inverse(logP, this::ofLower, this::ofUpper);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return LogOfProbability.inverseOfLog(
                logP, log -> log.minus(LOG_TWO).normalQuantileOfLog().neg(), this::ofLower);
    }
}
