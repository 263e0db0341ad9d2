package io.surprisal.divergences;

import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/** KL of Bernoulli distributions: the terms of both outcomes, with one difference of probabilities that no complement has rounded. */
final class BernoulliRelativeEntropy {
    private BernoulliRelativeEntropy() {}

    static Tensor between(Bernoulli p, Bernoulli q) {
        return Scope.tidy(() -> p.isByLogits() && q.isByLogits() ? byLogits(p, q) : byProbabilities(p, q));
    }

    private static Tensor byProbabilities(Bernoulli p, Bernoulli q) {
        Tensor difference = q.probability().minus(p.probability());
        Tensor ofOne = RelativeEntropyTerm.of(p.probability(), q.probability(), difference);
        Tensor ofZero = RelativeEntropyTerm.of(p.complement(), q.complement(), difference.neg());
        return ofOne.plus(ofZero);
    }

    private static Tensor byLogits(Bernoulli p, Bernoulli q) {
        Tensor difference = difference(p.logits(), q.logits());
        Tensor ofOne = RelativeEntropyTerm.of(
                p.probability(), q.probability(), difference, q.logProbability().minus(p.logProbability()));
        Tensor ofZero = RelativeEntropyTerm.of(
                p.complement(),
                q.complement(),
                difference.neg(),
                q.logComplement().minus(p.logComplement()));
        return ofOne.plus(ofZero);
    }

    /** σ(b) − σ(a) = ±σ(max) σ(−min) (1 − e^−|b − a|): a product, which keeps its relative accuracy. */
    private static Tensor difference(Tensor a, Tensor b) {
        Tensor rise = b.minus(a);
        Tensor zero = a.backend().scalar(0, a.dtype());
        Tensor rising = rise.greaterEqual(0);
        Tensor up = Tensor.where(rising, rise.neg(), zero)
                .expm1()
                .neg()
                .times(b.sigmoid())
                .times(a.neg().sigmoid());
        Tensor down = Tensor.where(rising, zero, rise)
                .expm1()
                .times(a.sigmoid())
                .times(b.neg().sigmoid());
        return Tensor.where(rising, up, down);
    }
}
