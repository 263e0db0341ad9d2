package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/** The standard Gumbel variable: P(Z ≤ z) = exp(−e⁻ᶻ). */
record GumbelTails() implements Tails {
    /** From here on t³ is lost beside t. */
    private static final double FAR = 40;

    @Override
    public Tensor lower(Tensor z) {
        return z.neg().exp().neg().exp();
    }

    @Override
    public Tensor upper(Tensor z) {
        return z.neg().exp().neg().expm1().neg();
    }

    @Override
    public Tensor logLower(Tensor z) {
        return z.neg().exp().neg();
    }

    /** Of 1 − exp(−t) = t − t²/2 … far out, where t = e⁻ᶻ is tiny or no number, and its logarithm is at hand. */
    @Override
    public Tensor logUpper(Tensor z) {
        Tensor isFar = z.greater(FAR);
        Tensor limit = z.backend().scalar(FAR, z.dtype());
        Tensor far = Tensor.where(isFar, z, limit);
        Tensor near = Tensor.where(isFar, limit, z);
        return Tensor.where(
                isFar,
                far.plus(far.neg().exp().times(0.5)).neg(),
                logLower(near).log1mexp());
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return ofLogLower(HostMath.log(p));
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return ofLogLower(HostMath.log1p(p.neg()));
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return HostMath.log(logP.neg()).neg();
    }

    /** Far out, where 1 − e^(log P) is 1, from log t = log P + e^(log P)/2 …. */
    @Override
    public Tensor ofLogUpper(Tensor logP) {
        Tensor isFar = logP.less(-FAR);
        Tensor limit = logP.backend().scalar(-FAR, logP.dtype());
        Tensor far = Tensor.where(isFar, logP, limit);
        Tensor near = Tensor.where(isFar, limit, logP);
        return Tensor.where(isFar, far.plus(far.exp().times(0.5)).neg(), ofLogLower(near.log1mexp()));
    }
}
