package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.SymmetricTails;
import io.surprisal.tensor.Tensor;

/** The standard logistic variable: P(Z ≤ z) = 1/(1 + e⁻ᶻ). */
record LogisticTails() implements SymmetricTails {
    @Override
    public Tensor lower(Tensor z) {
        return z.sigmoid();
    }

    @Override
    public Tensor logLower(Tensor z) {
        return z.neg().softplus().neg();
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return HostMath.log(p).minus(HostMath.log1p(p.neg()));
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return logP.minus(logP.log1mexp());
    }
}
