package io.surprisal.distributions.family;

import io.surprisal.tensor.Tensor;

/** The tails of a decreasing function of a continuous variable, at the variable's values: lower and upper change places. */
record SwappedTails(Tails tails) implements Tails {
    @Override
    public Tensor lower(Tensor z) {
        return tails.upper(z);
    }

    @Override
    public Tensor upper(Tensor z) {
        return tails.lower(z);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return tails.logUpper(z);
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return tails.logLower(z);
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return tails.ofUpper(p);
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return tails.ofLower(p);
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return tails.ofLogUpper(logP);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return tails.ofLogLower(logP);
    }
}
