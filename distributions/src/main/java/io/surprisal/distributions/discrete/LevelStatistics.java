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
        Tensor nothing = logMass.backend().scalar(0, DType.FLOAT64);
        // 0 − x, where −x would make −0 of a certain outcome.
        return nothing.minus(expectation(Tensor.where(isPossible, logMass, nothing)));
    }

    Tensor mean() {
        return mode().plus(fromMode());
    }

    /** E[K] − mode: at a distance from 0 the mean itself would be rounded too much for the higher moments. */
    private Tensor fromMode() {
        return expectation(k.minus(mode()));
    }

    Tensor variance() {
        return central(2);
    }

    Tensor skewness() {
        return central(3).div(central(2).pow(1.5));
    }

    Tensor kurtosis() {
        return central(4).div(central(2).square()).minus(3);
    }

    private Tensor central(int order) {
        return expectation(k.minus(mode()).minus(fromMode()).pow(order));
    }

    Tensor mode() {
        return logMass.argmax(0).cast(DType.FLOAT64);
    }
}
