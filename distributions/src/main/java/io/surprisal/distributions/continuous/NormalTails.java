package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.SymmetricTails;
import io.surprisal.tensor.Tensor;

/** Φ and its relatives. */
record NormalTails() implements SymmetricTails {
    @Override
    public Tensor lower(Tensor z) {
        return z.normalCdf();
    }

    @Override
    public Tensor logLower(Tensor z) {
        return z.normalLogCdf();
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return p.normalQuantile();
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return logP.normalQuantileOfLog();
    }
}
