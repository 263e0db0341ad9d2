package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.LogOfProbability;
import io.surprisal.distributions.family.Masks;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Cumulative probabilities of ordered outcomes, and how many outcomes a quantile passes over: those whose cumulative probability is too small
 * as it is computed, so that the quantile of a cumulative probability is its outcome.
 *
 * @param lower P(X ≤ each), [batch…, n]
 * @param upper P(X &gt; each), [batch…, n]
 */
record CumulativeRows(Tensor lower, Tensor upper) {
    /** Of weights in the outcomes' order that sum to {@code total}. */
    static CumulativeRows of(Tensor weights, double total) {
        return new CumulativeRows(
                Masks.atMostOne(weights.cumsum(-1).div(total)),
                Masks.atMostOne(after(weights).div(total)));
    }

    /** Σ wⱼ over j &gt; i. */
    private static Tensor after(Tensor weights) {
        Tensor fromHere = weights.reverse(-1).cumsum(-1).reverse(-1);
        Tensor zero = weights.backend().zeros(weights.shape().with(-1, 1), weights.dtype());
        return Tensor.concat(List.of(fromHere.slice(-1, 1, weights.shape().dim(-1)), zero), -1);
    }

    Tensor ofLower(Tensor p) {
        return count(p, lower.less(p.expandDims(-1)));
    }

    Tensor ofUpper(Tensor q) {
        return count(q, upper.greater(q.expandDims(-1)));
    }

    Tensor ofLogLower(Tensor logP) {
        return count(logP, LogOfProbability.of(lower, upper).less(logP.expandDims(-1)));
    }

    Tensor ofLogUpper(Tensor logQ) {
        return count(logQ, LogOfProbability.of(upper, lower).greater(logQ.expandDims(-1)));
    }

    /** How many of all but the last are passed over; NaN at NaN. */
    private Tensor count(Tensor p, Tensor isPassed) {
        Tensor counted = isPassed.slice(-1, 0, lower.shape().dim(-1) - 1).cast(p.dtype());
        return Tensor.where(p.isNaN(), p, counted.sum(-1));
    }
}
