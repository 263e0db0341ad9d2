package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Univariate;
import io.surprisal.special.GaussLegendre;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/**
 * log P(low &lt; X ≤ high) of a continuous number, also of an interval that holds little of the tail on its side, where a difference of tails has lost
 * digits: there by Gauss and Legendre's rule on the density, if the difference says the same within its rounding. It does not where the density has
 * a kink inside.
 */
final class IntervalMass {
    /** The logarithm of the share of the tail from which on the difference is as good. */
    private static final double LOG_SHARE = Math.log(0.5);

    /** By how much of themselves, and of 1, logarithms of tails are rounded at most. */
    private static final double ROUNDING = 0x1p-49;

    private IntervalMass() {}

    static Tensor log(Univariate base, Tensor low, Tensor high) {
        return Scope.tidy(() -> {
            Univariate constant = Outcomes.rebuilt(base, Tensor::stopGradient);
            Tensor isNarrow = isNarrow(constant, low.stopGradient(), high.stopGradient());
            if (!isAny(isNarrow)) {
                return base.logProbInterval(low, high);
            }
            // What is not asked for is computed where nothing is infinite.
            Tensor infinity = low.backend().scalar(Double.POSITIVE_INFINITY, low.dtype());
            Tensor difference = base.logProbInterval(
                    Tensor.where(isNarrow, infinity.neg(), low), Tensor.where(isNarrow, infinity, high));
            return Tensor.where(isNarrow, integral(base, isNarrow, low, high), difference);
        });
    }

    private static boolean isAny(Tensor condition) {
        return !condition.shape().isEmpty() && condition.any().item() != 0;
    }

    /** Where the integral is the better of the two. */
    private static Tensor isNarrow(Univariate base, Tensor low, Tensor high) {
        Tensor difference = base.logProbInterval(low, high).stopGradient();
        Tensor tail = base.logCdf(high).minimum(base.logSurvival(low)).stopGradient();
        Tensor logShare = difference.minus(tail);
        Tensor isSmall = logShare.less(LOG_SHARE)
                .and(low.isFinite())
                .and(high.isFinite())
                .and(low.less(high));
        if (!isAny(isSmall)) {
            return isSmall;
        }
        Tensor gap = integral(base, isSmall, low, high).stopGradient().minus(difference);
        Tensor rounding =
                tail.abs().plus(1).times(ROUNDING).times(logShare.neg().exp());
        return isSmall.and(gap.abs().lessEqual(rounding));
    }

    /** log ∫ p(x) dx over the intervals that are asked for, and the log-density of the median elsewhere. */
    private static Tensor integral(Univariate base, Tensor isAsked, Tensor low, Tensor high) {
        Tensor median = base.median().stopGradient();
        Tensor from = Tensor.where(isAsked, low, median);
        Tensor length = Tensor.where(isAsked, high, median).minus(from);
        int[] dims = new int[length.rank() + 1];
        Arrays.fill(dims, 1);
        double[] nodes = GaussLegendre.nodes();
        dims[0] = nodes.length;
        Tensor logs = base.logProb(length.times(column(low, nodes, dims)).plus(from))
                .plus(column(low, GaussLegendre.weights(), dims).log());
        Tensor one = low.backend().scalar(1, low.dtype());
        return logs.logSumExp(0).plus(Tensor.where(isAsked, length, one).log());
    }

    private static Tensor column(Tensor like, double[] elements, int[] dims) {
        return like.backend().of(HostArray.wrap(elements, Shape.of(dims))).cast(like.dtype());
    }
}
