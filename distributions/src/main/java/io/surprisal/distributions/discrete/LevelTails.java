package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;

/** The tails of levels 0, …, n − 1, whose quantiles are found by bisection; the last level where no other will do, and NaN at NaN. */
interface LevelTails extends Tails {
    /** n. */
    Tensor levels();

    @Override
    default Tensor ofLower(Tensor p) {
        return first(
                p,
                1,
                k -> Tensor.where(
                        p.lessEqual(0.5),
                        lower(k).greaterEqual(p),
                        upper(k).lessEqual(p.neg().plus(1))));
    }

    @Override
    default Tensor ofUpper(Tensor p) {
        return first(
                p,
                0,
                k -> Tensor.where(
                        p.lessEqual(0.5),
                        upper(k).lessEqual(p),
                        lower(k).greaterEqual(p.neg().plus(1))));
    }

    @Override
    default Tensor ofLogLower(Tensor logP) {
        return first(logP, 0, k -> logLower(k).greaterEqual(logP));
    }

    @Override
    default Tensor ofLogUpper(Tensor logP) {
        return first(logP, Double.NEGATIVE_INFINITY, k -> logUpper(k).lessEqual(logP));
    }

    /** The first level from which on a condition holds; the last one for the probability of all, also where the others round to that. */
    private Tensor first(Tensor p, double all, UnaryOperator<Tensor> holds) {
        Tensor levels = levels().stopGradient();
        Tensor with = Tensor.where(p.isNaN(), p.stopGradient(), levels.minus(1));
        Tensor without = with.times(0).minus(1);
        double most = levels.max().item();
        for (double width = 1; width <= most; width *= 2) {
            Tensor middle = without.plus(with).times(0.5).floor();
            Tensor isEnough = holds.apply(middle).and(p.notEqualTo(all));
            // Between neighbours the middle is the lower one, which is known to be too low.
            with = Tensor.where(isEnough.and(middle.greater(without)), middle, with);
            without = Tensor.where(isEnough, without, middle);
        }
        return with.stopGradient();
    }
}
