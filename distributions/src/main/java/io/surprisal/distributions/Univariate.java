package io.surprisal.distributions;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * Distributions of numbers whose cumulative probabilities and quantiles are known. Arguments broadcast with the batch shape.
 *
 * <p>Both tails and their logarithms are functions of their own, each accurate where the others round to 0 or 1: {@code 1 − cdf(x)} has
 * no digit left where {@code survival(x)} has all.
 */
public interface Univariate extends Distribution {
    /**
     * {@return P(X ≤ x)}
     *
     * @param x numbers
     */
    Tensor cdf(Tensor x);

    /**
     * {@return log P(X ≤ x)}
     *
     * @param x numbers
     */
    Tensor logCdf(Tensor x);

    /**
     * {@return P(X &gt; x)}
     *
     * @param x numbers
     */
    Tensor survival(Tensor x);

    /**
     * {@return log P(X &gt; x)}
     *
     * @param x numbers
     */
    Tensor logSurvival(Tensor x);

    /**
     * {@return the least x with P(X ≤ x) ≥ p; NaN for p outside [0, 1]}
     *
     * @param p probabilities
     */
    Tensor quantile(Tensor p);

    /**
     * {@return the quantile of a probability that is given by its logarithm; NaN for log p above 0}
     *
     * @param logP logarithms of probabilities
     */
    Tensor quantileOfLog(Tensor logP);

    /**
     * {@return the least x with P(X &gt; x) ≤ p; NaN for p outside [0, 1]}
     *
     * @param p probabilities
     */
    Tensor inverseSurvival(Tensor p);

    /**
     * {@return {@link #inverseSurvival} of a probability that is given by its logarithm; NaN for log p above 0}
     *
     * @param logP logarithms of probabilities
     */
    Tensor inverseSurvivalOfLog(Tensor logP);

    /** {@return the median, which is the quantile of ½; of the batch shape} */
    default Tensor median() {
        return Scope.tidy(() -> quantile(backend().scalar(0.5, dtype())).broadcastTo(batchShape()));
    }

    /**
     * {@return log P(low &lt; X ≤ high), by differences on the side on which they cancel least; −∞ where high ≤ low} Ends may be infinite.
     *
     * @param low numbers
     * @param high numbers
     */
    default Tensor logProbInterval(Tensor low, Tensor high) {
        return Scope.tidy(() -> {
            Tensor isEmpty = high.lessEqual(low);
            Tensor hasNoLow = low.equalTo(Double.NEGATIVE_INFINITY);
            Tensor hasNoHigh = high.equalTo(Double.POSITIVE_INFINITY);
            // At infinite and at equal ends the difference of logarithms has no derivative: others stand in for them.
            Tensor zero = backend().scalar(0, dtype());
            Tensor right = Tensor.where(hasNoHigh, zero, high);
            Tensor from = Tensor.where(hasNoLow, right.minus(right.abs()).minus(1), low);
            Tensor finite = Tensor.where(from.isFinite(), from, zero);
            Tensor to = Tensor.where(
                    isEmpty.or(hasNoHigh), finite.plus(finite.abs()).plus(1), high);
            Tensor below = logCdf(to);
            Tensor above = logSurvival(from);
            Tensor isBelow = below.less(above);
            Tensor log = Tensor.where(isBelow, below, above)
                    .logDiffExp(Tensor.where(isBelow, logCdf(from), logSurvival(to)));
            Tensor fromLow = Tensor.where(hasNoLow, below, log);
            Tensor toHigh = Tensor.where(hasNoHigh, Tensor.where(hasNoLow, zero, above), fromLow);
            return Tensor.where(isEmpty, backend().scalar(Double.NEGATIVE_INFINITY, dtype()), toHigh);
        });
    }
}
