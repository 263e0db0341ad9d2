package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;

/** The tails of a Bernoulli variable: asked for at 0 only, they are the probabilities of 0 and of 1. */
record BernoulliTails(Bernoulli bernoulli) implements Tails {
    @Override
    public Tensor lower(Tensor z) {
        return at(z, bernoulli.complement());
    }

    @Override
    public Tensor upper(Tensor z) {
        return at(z, bernoulli.probability());
    }

    @Override
    public Tensor logLower(Tensor z) {
        return at(z, bernoulli.logComplement());
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return at(z, bernoulli.logProbability());
    }

    @Override
    public Tensor ofLower(Tensor p) {
        // Above ½ by 1 − p, which is exact there, where the complement of a small probability is rounded.
        Tensor isOne = Tensor.where(
                p.greater(0.5), bernoulli.probability().greater(p.neg().plus(1)), p.greater(bernoulli.complement()));
        return step(isOne, p);
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return step(p.less(bernoulli.probability()), p);
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return step(logP.greater(bernoulli.logComplement()), logP);
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return step(logP.less(bernoulli.logProbability()), logP);
    }

    /** The value at 0; NaN at NaN. */
    private static Tensor at(Tensor z, Tensor value) {
        return z.times(0).plus(value);
    }

    private static Tensor step(Tensor isOne, Tensor p) {
        return Tensor.where(p.isNaN(), p, isOne.cast(p.dtype()));
    }
}
