package io.surprisal.divergences;

import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/** KL of categorical distributions: Σ p log(p/q) as a sum of terms of which none is negative. */
final class CategoricalRelativeEntropy {
    /** Rows whose logits differ by no more than this take their probabilities' differences from the logits' differences. */
    private static final double NEAR = 1;

    private CategoricalRelativeEntropy() {}

    static Tensor between(Categorical p, Categorical q) {
        if (p.categories() != q.categories()) {
            throw new IllegalArgumentException("KullbackLeibler: categorical distributions of " + p.categories()
                    + " and of " + q.categories() + " categories. Compare distributions of the same outcomes.");
        }
        return Scope.tidy(() -> {
            Tensor terms = p.isByLogits() && q.isByLogits()
                    ? byLogits(p, q)
                    : RelativeEntropyTerm.of(p.probabilities(), q.probabilities());
            return terms.sum(-1);
        });
    }

    /**
     * With δ the difference of logits, log(q/p) = δ − log Σ p e^δ = δ − log1p(Σ p (e^δ − 1)) and q − p = p (q/p − 1): for small δ both
     * keep their relative accuracy, which the difference of two softmaxes loses.
     */
    private static Tensor byLogits(Categorical p, Categorical q) {
        Tensor a = p.logits();
        Tensor b = q.logits();
        Tensor ofP = p.probabilities();
        Tensor ofQ = q.probabilities();
        Tensor zero = a.backend().scalar(0, a.dtype());
        Tensor finite = a.isFinite().and(b.isFinite());
        Tensor rise = Tensor.where(finite, b, zero).minus(Tensor.where(finite, a, zero));
        Tensor bothImpossible = a.isFinite().or(b.isFinite()).not();
        Tensor near = finite.and(rise.abs().lessEqual(NEAR))
                .or(bothImpossible)
                .all(-1)
                .expandDims(-1);
        Tensor small = Tensor.where(near, rise, zero);
        Tensor ratio = small.minus(ofP.times(small.expm1()).sum(-1).log1p().expandDims(-1));
        return RelativeEntropyTerm.of(
                ofP,
                ofQ,
                Tensor.where(near, ofP.times(ratio.expm1()), ofQ.minus(ofP)),
                Tensor.where(near, ratio, logRatio(p, q)));
    }

    /** log(q/p), finite where the probabilities underflow; 0 where p is impossible. */
    private static Tensor logRatio(Categorical p, Categorical q) {
        Tensor ofP = p.logProbabilities();
        Tensor zero = ofP.backend().scalar(0, ofP.dtype());
        Tensor possible = ofP.isFinite();
        return Tensor.where(possible, q.logProbabilities().minus(Tensor.where(possible, ofP, zero)), zero);
    }
}
