package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** log P(low &lt; X ≤ high) of whole numbers: the sum of the probabilities of a few, from which nothing is subtracted, and a difference of tails of many. */
final class WholeMass {
    /** So many are summed. */
    private static final int FEW = 128;

    private WholeMass() {}

    static Tensor log(Univariate base, Tensor low, Tensor high) {
        return Scope.tidy(() -> {
            Tensor last = high.floor().stopGradient();
            Tensor count = last.minus(low.floor().stopGradient());
            Tensor isFew = count.greater(0).and(count.lessEqual(FEW));
            if (isFew.shape().isEmpty() || isFew.any().item() == 0) {
                return base.logProbInterval(low, high);
            }
            Tensor infinity = low.backend().scalar(Double.POSITIVE_INFINITY, low.dtype());
            Tensor difference =
                    base.logProbInterval(Tensor.where(isFew, infinity.neg(), low), Tensor.where(isFew, infinity, high));
            return Tensor.where(isFew, sum(base, isFew, last, count), difference);
        });
    }

    /** Of the numbers last, last − 1, …; of the median where they are not asked for. */
    private static Tensor sum(Univariate base, Tensor isFew, Tensor last, Tensor count) {
        Tensor zero = last.times(0);
        int most = (int) Tensor.where(isFew, count, zero).max().item();
        Tensor inside = Tensor.where(isFew, last, base.median().stopGradient());
        Tensor never = last.backend().scalar(Double.NEGATIVE_INFINITY, last.dtype());
        List<Tensor> logs = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            Tensor isCounted = count.greater(i).and(isFew);
            Tensor log = base.logProb(Tensor.where(isCounted, inside.minus(i), inside));
            logs.add(i == 0 ? log : Tensor.where(isCounted, log, never));
        }
        return Tensor.stack(logs, 0).logSumExp(0);
    }
}
