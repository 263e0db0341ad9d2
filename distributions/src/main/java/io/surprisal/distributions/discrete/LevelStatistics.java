package io.surprisal.distributions.discrete;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Statistics of distributions of the levels 0, …, n − 1 as sums over all of them.
 *
 * @param k the levels, [largest n, 1 …]
 * @param logMass their log-probabilities, [largest n, batch…]
 */
record LevelStatistics(Tensor k, Tensor logMass) {
    /**
     * Of the distributions with these log-probabilities at levels.
     *
     * @param levels n of each distribution
     * @param batch the shape of the batch
     */
    static LevelStatistics of(UnaryOperator<Tensor> logProb, Tensor levels, Shape batch) {
        int[] dims = new int[batch.rank() + 1];
        Arrays.fill(dims, 1);
        dims[0] = (int) levels.stopGradient().max().item();
        Tensor k = levels.backend().arange(dims[0]).cast(DType.FLOAT64).reshape(dims);
        return new LevelStatistics(k, logProb.apply(k));
    }

    private Tensor expectation(Tensor values) {
        return logMass.exp().times(values).sum(0);
    }

    Tensor entropy() {
        Tensor isPossible = logMass.greater(Double.NEGATIVE_INFINITY);
        // 0 − x, where −x would make −0 of a certain outcome.
        return zero().minus(expectation(Tensor.where(isPossible, logMass, zero())));
    }

    Tensor mean() {
        return mode().plus(fromMode());
    }

    /** E[K] − mode: at a distance from 0 the mean itself would be rounded too much for the higher moments. */
    private Tensor fromMode() {
        return expectation(k.minus(mode()));
    }

    Tensor variance() {
        return central(2).times(logUnit().exp());
    }

    Tensor skewness() {
        return central(3).div(central(2).pow(1.5)).times(logUnit().times(-0.5).exp());
    }

    Tensor kurtosis() {
        return central(4).div(central(2).square()).times(logUnit().neg().exp()).minus(3);
    }

    /** E[(K − E[K])ʳ] in units of the probability of {@link #logUnit}: where all but one level are so unlikely that powers of their probabilities would underflow. */
    private Tensor central(int order) {
        Tensor shift = fromMode();
        // Masked before the exponential too, which of the mode may be infinite.
        Tensor logs = Tensor.where(isMode(), zero(), logMass.minus(logUnit()));
        Tensor share = Tensor.where(isMode(), zero(), logs.exp());
        Tensor ofOthers = share.times(k.minus(mode()).minus(shift).pow(order)).sum(0);
        Tensor shiftInUnits = share.times(k.minus(mode())).sum(0);
        // Without the factors that would be ∞ · 0.
        Tensor ofMode = shiftInUnits
                .neg()
                .times(shift.neg().pow(order - 1))
                .times(Tensor.where(isMode(), logMass, zero()).sum(0).exp());
        return ofOthers.plus(ofMode);
    }

    /** The logarithm of the largest probability besides the mode's; a constant for derivatives, as what is measured in it does not depend on it. */
    private Tensor logUnit() {
        Tensor never = logMass.backend().scalar(Double.NEGATIVE_INFINITY, DType.FLOAT64);
        return Tensor.where(isMode(), never, logMass).max(0).stopGradient();
    }

    private Tensor isMode() {
        return k.equalTo(mode());
    }

    private Tensor zero() {
        return logMass.backend().scalar(0, DType.FLOAT64);
    }

    Tensor mode() {
        return logMass.argmax(0).cast(DType.FLOAT64);
    }
}
