package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/** The tails of a number that is certain: at and above it nothing is left. */
record DeltaTails(Tensor location) implements Tails {
    @Override
    public Tensor lower(Tensor z) {
        return z.times(0).plus(1);
    }

    @Override
    public Tensor upper(Tensor z) {
        return z.times(0);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return z.times(0);
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return z.times(0).minus(Double.POSITIVE_INFINITY);
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return p.times(0).plus(location);
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return ofLower(p);
    }

    /** Of log p = −∞ too, which 0 · log p would make NaN. */
    @Override
    public Tensor ofLogLower(Tensor logP) {
        return ofLower(logP.exp());
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return ofLower(logP.exp());
    }
}
