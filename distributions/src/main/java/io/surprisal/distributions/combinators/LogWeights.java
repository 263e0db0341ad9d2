package io.surprisal.distributions.combinators;

import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.family.Argument;
import io.surprisal.tensor.Tensor;

/**
 * The weights of a mixture for sums in log space.
 *
 * @param weights w, with a last axis of the components
 * @param logs their logarithms
 * @param moveFromZero whether derivatives in weights are asked for, and some may be 0, where log w has none
 */
record LogWeights(Tensor weights, Tensor logs, boolean moveFromZero) {
    /** The logarithm of a ratio of densities whose exponential is still finite. */
    private static final double LARGEST = 700;

    static LogWeights of(Categorical weights) {
        Tensor w = weights.probabilities();
        boolean isTraced = !weights.isByLogits() && new Argument("Mixture", "probabilities", w).isTraced();
        return new LogWeights(w, weights.logProbabilities(), isTraced);
    }

    /** log Σ wᵢ exp(tᵢ) over the last axis; −∞, with derivatives of 0, where no term can be. */
    Tensor logSum(Tensor terms) {
        if (!moveFromZero) {
            return logSumExp(terms.plus(logs));
        }
        // Of the components with a weight, and then log(1 + Σ wᵢ exp(tᵢ)/that) of the others, which is 0 but has a
        // slope.
        Tensor isZero = weights.equalTo(0);
        Tensor one = weights.backend().scalar(1, weights.dtype());
        Tensor never = one.times(Double.NEGATIVE_INFINITY);
        Tensor counted = Tensor.where(
                isZero, never, terms.plus(Tensor.where(isZero, one, weights).log()));
        Tensor sum = logSumExp(counted);
        Tensor ratio = terms.minus(sum.expandDims(-1)).minimum(LARGEST);
        Tensor isSlope = isZero.and(ratio.equalTo(ratio));
        Tensor ratios = Tensor.where(isSlope, ratio, one.times(0)).exp();
        Tensor others = Tensor.where(isSlope, ratios.times(weights), one.times(0));
        return sum.plus(others.sum(-1).log1p());
    }

    /** Where no term can be, log-sum-exp has no derivative. */
    private static Tensor logSumExp(Tensor terms) {
        Tensor isNever = terms.max(-1).equalTo(Double.NEGATIVE_INFINITY);
        Tensor zero = terms.backend().scalar(0, terms.dtype());
        Tensor possible = Tensor.where(isNever.expandDims(-1), zero, terms).logSumExp(-1);
        return Tensor.where(isNever, zero.plus(Double.NEGATIVE_INFINITY), possible);
    }
}
