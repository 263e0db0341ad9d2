package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** All whole numbers that a distribution can well have, for sums over them. */
final class WholeNumbers {
    private static final double LEVEL = -60;

    /** So many are summed, of all distributions of a batch together. */
    private static final double MOST = 1 << 22;

    private WholeNumbers() {}

    /** The least number that is not left out. */
    static Tensor least(Univariate distribution) {
        return distribution.quantileOfLog(level(distribution)).stopGradient();
    }

    /** The greatest one. */
    static Tensor greatest(Univariate distribution) {
        return distribution.inverseSurvivalOfLog(level(distribution)).stopGradient();
    }

    /** The logarithm of the probability of what is left out on each side. */
    static Tensor level(Univariate distribution) {
        return distribution.backend().scalar(LEVEL, distribution.dtype());
    }

    /**
     * The numbers with their probabilities.
     *
     * @param name the combinator's name in messages
     * @param least the least numbers, of the batch shape
     * @param greatest the greatest numbers
     * @param logMass the logarithms of the probabilities, up to a constant
     * @throws IllegalStateException if there are too many
     */
    static Nodes nodes(String name, Tensor least, Tensor greatest, UnaryOperator<Tensor> logMass) {
        double count = greatest.minus(least).max().item() + 1;
        if (!(count * least.size() <= MOST)) {
            throw new IllegalStateException(name + ": entropy and moments are sums over " + count
                    + " numbers, too many; at most " + (int) MOST
                    + " of all distributions are summed. Take means over draws, or truncate nearer.");
        }
        int[] dims = new int[least.rank() + 1];
        Arrays.fill(dims, 1);
        dims[0] = (int) count;
        Tensor steps = least.backend()
                .arange(dims[0])
                .cast(DType.FLOAT64)
                .cast(least.dtype())
                .reshape(dims);
        Tensor k = least.plus(steps);
        Tensor isInside = k.lessEqual(greatest);
        Tensor log = logMass.apply(Tensor.where(isInside, k, least));
        Tensor never = least.backend().scalar(Double.NEGATIVE_INFINITY, least.dtype());
        Tensor ones = least.backend().ones(k.shape(), least.dtype());
        return new Nodes(k, ones, Tensor.where(isInside, log, never));
    }
}
