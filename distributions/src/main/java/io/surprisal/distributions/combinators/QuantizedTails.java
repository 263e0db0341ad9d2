package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * The tails of ⌈X⌉ in the range low … high: those of X at whole numbers of it, with all beyond in its ends.
 *
 * @param base the distribution of X
 * @param low the least number
 * @param high the greatest number
 */
record QuantizedTails(Univariate base, Tensor low, Tensor high) implements Tails {
    private Tensor masked(Tensor y, double below, double above, UnaryOperator<Tensor> function) {
        Tensor k = y.floor();
        Tensor isAbove = k.greaterEqual(high);
        Tensor isBelow = k.less(low).and(isAbove.not());
        Tensor inside = Tensor.where(isAbove.or(isBelow), base.median().stopGradient(), k);
        Tensor left = Tensor.where(isBelow, y.backend().scalar(below, y.dtype()), function.apply(inside));
        return Tensor.where(isAbove, y.backend().scalar(above, y.dtype()), left);
    }

    @Override
    public Tensor lower(Tensor z) {
        return masked(z, 0, 1, base::cdf);
    }

    @Override
    public Tensor upper(Tensor z) {
        return masked(z, 1, 0, base::survival);
    }

    @Override
    public Tensor logLower(Tensor z) {
        return masked(z, Double.NEGATIVE_INFINITY, 0, base::logCdf);
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return masked(z, 0, Double.NEGATIVE_INFINITY, base::logSurvival);
    }

    /** The whole number from X's quantile on: one less where rounding has carried the quantile over it, one more where it fell short. */
    private Tensor first(Tensor quantile, Tensor isLeast, UnaryOperator<Tensor> isEnough) {
        Tensor k = quantile.stopGradient().ceil().maximum(low).minimum(high);
        Tensor before = k.minus(1);
        Tensor isBefore = before.greaterEqual(low)
                .and(isEnough.apply(before))
                .and(before.isFinite())
                .and(isLeast.not());
        Tensor isHere = isEnough.apply(k).or(k.greaterEqual(high)).or(k.isNaN());
        return Tensor.where(isBefore, before, Tensor.where(isHere, k, k.plus(1)));
    }

    @Override
    public Tensor ofLower(Tensor p) {
        Tensor complement = p.neg().plus(1);
        return first(
                base.quantile(p),
                p.equalTo(0),
                k -> Tensor.where(p.lessEqual(0.5), lower(k).greaterEqual(p), upper(k).lessEqual(complement)));
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        Tensor complement = p.neg().plus(1);
        return first(
                base.inverseSurvival(p),
                p.equalTo(1),
                k -> Tensor.where(p.lessEqual(0.5), upper(k).lessEqual(p), lower(k).greaterEqual(complement)));
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return first(
                base.quantileOfLog(logP),
                logP.equalTo(Double.NEGATIVE_INFINITY),
                k -> logLower(k).greaterEqual(logP));
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return first(
                base.inverseSurvivalOfLog(logP),
                logP.equalTo(0),
                k -> logUpper(k).lessEqual(logP));
    }
}
