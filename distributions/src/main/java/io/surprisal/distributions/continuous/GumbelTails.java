package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/** The standard Gumbel variable: P(Z ≤ z) = exp(−e⁻ᶻ). */
record GumbelTails() implements Tails {
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

    @Override
    public Tensor logUpper(Tensor z) {
        return logLower(z).log1mexp();
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

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return ofLogLower(logP.log1mexp());
    }
}
