package io.surprisal.distributions.family;

import io.surprisal.tensor.Tensor;

/** The tails of a continuous variable that is distributed as its negative. */
public interface SymmetricTails extends Tails {
    @Override
    default Tensor upper(Tensor z) {
        return lower(z.neg());
    }

    @Override
    default Tensor logUpper(Tensor z) {
        return logLower(z.neg());
    }

    @Override
    default Tensor ofUpper(Tensor p) {
        return ofLower(p).neg();
    }

    @Override
    default Tensor ofLogUpper(Tensor logP) {
        return ofLogLower(logP).neg();
    }
}
