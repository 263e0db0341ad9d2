package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.Masks;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/**
 * The tails of a mixture of distributions of levels.
 *
 * @param logWeights logarithms of the weights, with a last axis of the components
 * @param components their tails, at numbers with that axis
 * @param levels how many levels there are
 */
record LevelMixtureTails(Tensor logWeights, Tails components, Tensor levels) implements LevelTails {
    @Override
    public Tensor lower(Tensor z) {
        return Masks.atMostOne(
                logWeights.exp().times(components.lower(z.expandDims(-1))).sum(-1));
    }

    @Override
    public Tensor upper(Tensor z) {
        return Masks.atMostOne(
                logWeights.exp().times(components.upper(z.expandDims(-1))).sum(-1));
    }

    @Override
    public Tensor logLower(Tensor z) {
        return logarithm(lower(z), upper(z), logWeights.plus(components.logLower(z.expandDims(-1))));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return logarithm(upper(z), lower(z), logWeights.plus(components.logUpper(z.expandDims(-1))));
    }

    /** Of the terms, or of the complement where that is the smaller one. */
    private static Tensor logarithm(Tensor p, Tensor complement, Tensor logTerms) {
        Tensor isSmall = p.less(0.5);
        Tensor half = p.backend().scalar(0.5, p.dtype());
        return Tensor.where(
                isSmall,
                logTerms.logSumExp(-1),
                Tensor.where(isSmall, half, complement).neg().log1p());
    }
}
