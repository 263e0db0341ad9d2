package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/** The standard exponential variable: P(Z &gt; z) = e⁻ᶻ. */
record ExponentialTails() implements Tails {
    @Override
    public Tensor lower(Tensor z) {
        return z.neg().expm1().neg();
    }

    @Override
    public Tensor upper(Tensor z) {
        return z.neg().exp();
    }

    @Override
    public Tensor logLower(Tensor z) {
        return z.neg().log1mexp();
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return z.neg();
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return HostMath.log1p(p.neg()).neg();
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return HostMath.log(p).neg();
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return logP.log1mexp().neg();
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return logP.neg();
    }
}
