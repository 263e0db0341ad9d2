package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/**
 * The beta variable.
 *
 * @param a its first shape
 * @param b its second shape
 */
record BetaTails(Tensor a, Tensor b) implements Tails {
    @Override
    public Tensor lower(Tensor z) {
        return z.betaLower(a, b);
    }

    @Override
    public Tensor upper(Tensor z) {
        return z.betaUpper(a, b);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return z.betaLogLower(a, b);
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return z.betaLogUpper(a, b);
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return p.betaLowerInverse(a, b);
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return p.betaUpperInverse(a, b);
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return logP.betaLogLowerInverse(a, b);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return logP.betaLogUpperInverse(a, b);
    }
}
