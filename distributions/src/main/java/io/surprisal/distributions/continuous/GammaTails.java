package io.surprisal.distributions.continuous;

import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/**
 * The gamma variable of rate 1.
 *
 * @param concentration its shape
 */
record GammaTails(Tensor concentration) implements Tails {
    @Override
    public Tensor lower(Tensor z) {
        return z.gammaLower(concentration);
    }

    @Override
    public Tensor upper(Tensor z) {
        return z.gammaUpper(concentration);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return z.gammaLogLower(concentration);
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return z.gammaLogUpper(concentration);
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return p.gammaLowerInverse(concentration);
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return p.gammaUpperInverse(concentration);
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return logP.gammaLogLowerInverse(concentration);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return logP.gammaLogUpperInverse(concentration);
    }
}
