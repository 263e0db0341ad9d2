package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Direction;
import io.surprisal.distributions.constraints.WholeArgument;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * The tails of a monotone function of a number: those of the number, exchanged where the function decreases.
 *
 * @param base the number's distribution
 * @param bijector the function
 * @param direction its direction
 * @param isDiscrete whether single outcomes have probabilities
 * @param isWhole whether the number is whole
 * @param rounding the element type of outcomes
 */
record TransformedTails(
        Univariate base, Bijector bijector, Direction direction, boolean isDiscrete, boolean isWhole, DType rounding)
        implements Tails {
    /** The x with f(x) = y; the whole number close by, where x is whole. */
    Tensor argument(Tensor y) {
        return isWhole ? WholeArgument.of(bijector, y, rounding) : bijector.inverse(y);
    }

    private Tensor image(double p) {
        return bijector.forward(base.quantile(base.backend().scalar(p, base.dtype())));
    }

    /** The lower end of the outcomes. */
    private Tensor low() {
        return direction.choose(() -> image(0), () -> image(1)).stopGradient();
    }

    private Tensor high() {
        return direction.choose(() -> image(1), () -> image(0)).stopGradient();
    }

    /** Whether numbers are certainly no outcomes: beyond the ends, infinite, or of an infinite argument; false for NaN. */
    Tensor isOutside(Tensor y) {
        return Scope.tidy(() -> {
            Tensor isInfinite = y.abs().equalTo(Double.POSITIVE_INFINITY);
            Tensor x = bijector.inverse(y.stopGradient());
            return isInfinite
                    .or(x.abs().equalTo(Double.POSITIVE_INFINITY))
                    .or(y.less(low()))
                    .or(y.greater(high()));
        });
    }

    /** An outcome in place of each number outside, so that derivatives there are 0. */
    Tensor replaced(Tensor outside, Tensor y) {
        return Tensor.where(outside, bijector.forward(base.median()).stopGradient(), y);
    }

    /** A function of y between the ends, and constants beyond. */
    private Tensor masked(Tensor y, double below, double above, UnaryOperator<Tensor> function) {
        Tensor isAbove = y.greaterEqual(high());
        Tensor isBelow = isDiscrete ? y.less(low()) : y.lessEqual(low()).and(isAbove.not());
        Tensor value = function.apply(replaced(isBelow.or(isAbove), y));
        Tensor left = Tensor.where(isBelow, y.backend().scalar(below, y.dtype()), value);
        return Tensor.where(isAbove, y.backend().scalar(above, y.dtype()), left);
    }

    /** Of a decreasing function of a discrete number: P(f(X) ≤ y) = P(X ≥ x) = P(X &gt; x − 0). */
    private Tensor turned(Tensor y) {
        return isDiscrete ? Outcomes.below(argument(y)) : argument(y);
    }

    @Override
    public Tensor lower(Tensor z) {
        return masked(z, 0, 1, y -> direction.choose(() -> base.cdf(argument(y)), () -> base.survival(turned(y))));
    }

    @Override
    public Tensor upper(Tensor z) {
        return masked(z, 1, 0, y -> direction.choose(() -> base.survival(argument(y)), () -> base.cdf(turned(y))));
    }

    @Override
    public Tensor logLower(Tensor z) {
        return masked(
                z,
                Double.NEGATIVE_INFINITY,
                0,
                y -> direction.choose(() -> base.logCdf(argument(y)), () -> base.logSurvival(turned(y))));
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return masked(
                z,
                0,
                Double.NEGATIVE_INFINITY,
                y -> direction.choose(() -> base.logSurvival(argument(y)), () -> base.logCdf(turned(y))));
    }

    /** log P(low &lt; f(X) ≤ high) of a continuous number: by the base, between the arguments. */
    Tensor logInterval(Tensor low, Tensor high) {
        Tensor from = bijector.inverse(low.maximum(low()).minimum(high()));
        Tensor to = bijector.inverse(high.maximum(low()).minimum(high()));
        return direction.choose(() -> base.logProbInterval(from, to), () -> base.logProbInterval(to, from));
    }

    // Of a decreasing function of a discrete number, {f(X) ≤ f(x)} is {X ≥ x}, and inequalities of probabilities become
    // strict.

    private Tensor less(Tensor p) {
        return isDiscrete ? Outcomes.below(p).maximum(0) : p;
    }

    private Tensor more(Tensor p, double all) {
        return isDiscrete ? Outcomes.above(p).minimum(all) : p;
    }

    @Override
    public Tensor ofLower(Tensor p) {
        return bijector.forward(direction.choose(() -> base.quantile(p), () -> base.inverseSurvival(less(p))));
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        return bijector.forward(direction.choose(() -> base.inverseSurvival(p), () -> base.quantile(more(p, 1))));
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return bijector.forward(
                direction.choose(() -> base.quantileOfLog(logP), () -> base.inverseSurvivalOfLog(lessLog(logP))));
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return bijector.forward(
                direction.choose(() -> base.inverseSurvivalOfLog(logP), () -> base.quantileOfLog(more(logP, 0))));
    }

    private Tensor lessLog(Tensor logP) {
        return isDiscrete ? Outcomes.below(logP) : logP;
    }
}
