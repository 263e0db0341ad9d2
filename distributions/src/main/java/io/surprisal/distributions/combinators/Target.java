package io.surprisal.distributions.combinators;

import io.surprisal.tensor.Tensor;

/**
 * A probability on both sides, of which the smaller is searched for.
 *
 * @param below the probability of what is at most x; NaN where only its logarithm is known
 * @param logBelow its logarithm
 * @param above the probability of what is greater than x
 * @param logAbove its logarithm
 */
record Target(Tensor below, Tensor logBelow, Tensor above, Tensor logAbove) {
    static Target ofLogs(Tensor logBelow, Tensor logAbove) {
        Tensor unknown = logBelow.backend().scalar(Double.NaN, logBelow.dtype());
        return new Target(unknown, logBelow, unknown, logAbove);
    }
}
