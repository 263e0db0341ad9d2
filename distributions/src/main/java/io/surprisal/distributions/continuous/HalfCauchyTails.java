package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/** The absolute value of a standard Cauchy variable: P(Z ≤ z) = (2/π) arctan z. */
record HalfCauchyTails() implements Tails {
    private static final double QUARTER_TURN = Math.PI / 2;

    @Override
    public Tensor lower(Tensor z) {
        return z.atan().div(QUARTER_TURN);
    }

    /** arctan z + arctan 1/z is a quarter turn. */
    @Override
    public Tensor upper(Tensor z) {
        return z.backend().scalar(1, z.dtype()).atan2(z).div(QUARTER_TURN);
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
        Tensor isSmall = p.lessEqual(0.5);
        Tensor half = p.backend().scalar(0.5, p.dtype());
        Tensor small = slope(Tensor.where(isSmall, p, half));
        return Tensor.where(
                isSmall,
                small,
                slope(Tensor.where(isSmall, half, p.neg().plus(1))).reciprocal());
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return ofLower(p).reciprocal();
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return LogOfProbability.inverse(logP, this::ofLower, this::ofUpper);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return ofLogLower(logP).reciprocal();
    }

    /** tan(πp/2) of p in [0, ½]; NaN below. */
    private static Tensor slope(Tensor p) {
        Tensor valid = Tensor.where(p.less(0), p.backend().scalar(Double.NaN, p.dtype()), p);
        return HostMath.tan(valid.times(QUARTER_TURN));
    }
}
