package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Tensor;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The tails of a number X given low ≤ X ≤ high: with a = P(low ≤ X ≤ x) and b = P(x &lt; X ≤ high) they are a/(a + b) and b/(a + b), which is
 * σ(log a − log b) and σ(log b − log a).
 *
 * @param base the distribution of X
 * @param start the number for which {X &gt; start} is {X ≥ low}
 * @param low the lower end
 * @param high the upper end
 * @param isDiscrete whether single outcomes have probabilities
 * @param isWhole whether outcomes are whole numbers
 */
record TruncatedTails(Univariate base, Tensor start, Tensor low, Tensor high, boolean isDiscrete, boolean isWhole)
        implements Tails {
    /** Quantiles of discrete numbers are looked for at probabilities that rounding may have moved so far. */
    private static final double NUDGE = 1e-11;

    /** Probabilities that rounding has made so little too small are enough. */
    private static final double ROUNDING = 1 - 0x1p-49;

    private static final double LOG_ROUNDING = 0x1p-49;

    /** Of the part of [low, high] in which X can be. */
    static TruncatedTails of(Univariate base, Tensor low, Tensor high, boolean isDiscrete, boolean isWhole) {
        Tensor least = base.quantile(base.backend().scalar(0, base.dtype())).stopGradient();
        Tensor most = base.quantile(base.backend().scalar(1, base.dtype())).stopGradient();
        Tensor from = low.maximum(least);
        Tensor to = high.minimum(most);
        Tensor first = isWhole ? from.ceil() : from;
        Tensor last = isWhole ? to.floor() : to;
        return new TruncatedTails(base, isDiscrete ? Outcomes.below(first) : first, first, last, isDiscrete, isWhole);
    }

    /** log P(low ≤ X ≤ high). */
    Tensor logMass() {
        return logMass(start, high);
    }

    /** log P(from &lt; X ≤ to). */
    Tensor logMass(Tensor from, Tensor to) {
        if (isDiscrete) {
            return isWhole ? WholeMass.log(base, from, to) : base.logProbInterval(from, to);
        }
        return IntervalMass.log(base, from, to);
    }

    /** log P(low ≤ X ≤ x) of numbers inside. */
    Tensor logBelow(Tensor x) {
        return logMass(start, x);
    }

    /** log P(x &lt; X ≤ high). */
    Tensor logAbove(Tensor x) {
        return logMass(x, high);
    }

    /** The same as constants. */
    TruncatedTails constant() {
        return new TruncatedTails(
                Outcomes.rebuilt(base, Tensor::stopGradient),
                start.stopGradient(),
                low.stopGradient(),
                high.stopGradient(),
                isDiscrete,
                isWhole);
    }

    /** The median: a number inside. */
    Tensor inner() {
        Tensor half = low.backend().scalar(-Math.log(2), low.dtype());
        return place(half, half, 0).stopGradient();
    }

    /** A function of the log-odds log a − log b between the ends, and constants beyond. */
    private Tensor masked(Tensor z, double below, double above, UnaryOperator<Tensor> ofLogOdds) {
        Tensor isAbove = z.greaterEqual(high);
        Tensor isBelow = (isDiscrete ? z.less(low) : z.lessEqual(low)).and(isAbove.not());
        Tensor x = Tensor.where(isAbove.or(isBelow), inner(), z);
        Tensor value = ofLogOdds.apply(logBelow(x).minus(logAbove(x)));
        Tensor left = Tensor.where(isBelow, z.backend().scalar(below, z.dtype()), value);
        return Tensor.where(isAbove, z.backend().scalar(above, z.dtype()), left);
    }

    @Override
    public Tensor lower(Tensor z) {
        return masked(z, 0, 1, Tensor::sigmoid);
    }

    @Override
    public Tensor upper(Tensor z) {
        return masked(z, 1, 0, t -> t.neg().sigmoid());
    }

    @Override
    public Tensor logLower(Tensor z) {
        return masked(z, Double.NEGATIVE_INFINITY, 0, t -> t.neg().softplus().neg());
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return masked(z, 0, Double.NEGATIVE_INFINITY, t -> t.softplus().neg());
    }

    /**
     * The x with P(low ≤ X ≤ x) = p P(low ≤ X ≤ high), from the side of the base on which its probability is smaller.
     *
     * @param logP log p
     * @param logQ log(1 − p)
     */
    private Tensor place(Tensor logP, Tensor logQ, double nudge) {
        Tensor logMass = logMass();
        Tensor fromBelow = atFinite(start, base::logCdf)
                .logAddExp(logP.plus(logMass))
                .plus(nudge)
                .minimum(0);
        Tensor fromAbove = atFinite(high, base::logSurvival)
                .logAddExp(logQ.plus(logMass))
                .minus(nudge)
                .minimum(0);
        Tensor isBelow = fromBelow.less(fromAbove);
        Tensor some = logP.backend().scalar(-0.5, logP.dtype());
        Tensor x = Tensor.where(
                isBelow,
                base.quantileOfLog(Tensor.where(isBelow, fromBelow, some)),
                base.inverseSurvivalOfLog(Tensor.where(isBelow, some, fromAbove)));
        Tensor fromLow = Tensor.where(x.less(low), low, x);
        Tensor inside = Tensor.where(fromLow.greater(high), high, fromLow);
        return atEnds(logP, logQ, inside);
    }

    /** Numbers, with the ends for probabilities 0 and 1, and NaN for such. */
    private Tensor atEnds(Tensor logP, Tensor logQ, Tensor inside) {
        Tensor atLow = Tensor.where(logP.equalTo(Double.NEGATIVE_INFINITY), low, inside);
        Tensor atHigh = Tensor.where(logQ.equalTo(Double.NEGATIVE_INFINITY), high, atLow);
        return Tensor.where(logP.isNaN(), logP, atHigh);
    }

    /** The logarithm of what is beyond an end; −∞ beyond an infinite one, where it has no derivative. */
    private static Tensor atFinite(Tensor end, UnaryOperator<Tensor> logTail) {
        Tensor zero = end.backend().scalar(0, end.dtype());
        Tensor log = logTail.apply(Tensor.where(end.isFinite(), end, zero));
        return Tensor.where(end.isFinite(), log, end.backend().scalar(Double.NEGATIVE_INFINITY, end.dtype()));
    }

    /**
     * The same, refined to where P(low ≤ X ≤ x) or P(x &lt; X ≤ high), whichever is smaller, is what it shall be: near an end the base's probabilities
     * hardly change, but these do.
     */
    private Tensor refined(Tensor logP, Tensor logQ) {
        Tensor isEnd = logP.equalTo(Double.NEGATIVE_INFINITY)
                .or(logQ.equalTo(Double.NEGATIVE_INFINITY))
                .or(logP.isNaN());
        Tensor half = logP.backend().scalar(-Math.log(2), logP.dtype());
        Tensor below = Tensor.where(isEnd, half, logP);
        Tensor above = Tensor.where(isEnd, half, logQ);
        Tensor isBelow = below.lessEqual(above);
        Tensor root = TruncatedQuantile.of(
                constant(), near(below, above).stopGradient(), below.stopGradient(), above.stopGradient());
        Tensor moving = Implicit.of(
                root,
                x -> Tensor.where(
                        isBelow,
                        logBelow(x).minus(below).minus(logMass()),
                        above.plus(logMass()).minus(logAbove(x))),
                x -> base.logProb(x).minus(Tensor.where(isBelow, logBelow(x), logAbove(x))));
        return atEnds(logP, logQ, moving);
    }

    /** The x with P(low ≤ X ≤ x) = p P(low ≤ X ≤ high), but for the rounding of the base's probabilities. */
    Tensor near(Tensor logP, Tensor logQ) {
        return place(logP, logQ, 0);
    }

    /** Quantiles of uniform numbers, as draws: without a look at how near to the ends they are. */
    Tensor draw(Tensor u) {
        if (isDiscrete) {
            return ofLower(u);
        }
        Tensor moving = near(HostMath.log(u), HostMath.log1p(u.neg()));
        Tensor x = moving.stopGradient();
        if (x == moving) {
            return x;
        }
        Tensor isBelow = u.less(0.5);
        return Implicit.of(
                x,
                y -> Tensor.where(isBelow, lower(y), upper(y).neg()),
                y -> base.logProb(y).minus(logMass()));
    }

    /** Of discrete numbers the first near the place at which the condition holds. */
    private Tensor quantile(Tensor logP, Tensor logQ, UnaryOperator<Tensor> isEnough) {
        if (!isDiscrete) {
            return refined(logP, logQ);
        }
        BiFunction<Double, Tensor, Tensor> earlier = (nudge, other) -> {
            Tensor x = place(logP, logQ, nudge);
            return Tensor.where(isEnough.apply(x), x, other);
        };
        Tensor last = place(logP, logQ, NUDGE);
        return earlier.apply(-NUDGE, earlier.apply(0.0, last)).stopGradient();
    }

    @Override
    public Tensor ofLower(Tensor p) {
        Tensor complement = p.neg().plus(1);
        return quantile(
                HostMath.log(p),
                HostMath.log1p(p.neg()),
                x -> Tensor.where(
                        p.lessEqual(0.5),
                        lower(x).greaterEqual(p.times(ROUNDING)),
                        upper(x).times(ROUNDING).lessEqual(complement)));
    }

    @Override
    public Tensor ofUpper(Tensor p) {
        Tensor complement = p.neg().plus(1);
        return quantile(
                HostMath.log1p(p.neg()),
                HostMath.log(p),
                x -> Tensor.where(
                        p.lessEqual(0.5),
                        upper(x).times(ROUNDING).lessEqual(p),
                        lower(x).greaterEqual(complement.times(ROUNDING))));
    }

    @Override
    public Tensor ofLogLower(Tensor logP) {
        return quantile(
                logP, logP.log1mexp(), x -> logLower(x).plus(LOG_ROUNDING).greaterEqual(logP));
    }

    @Override
    public Tensor ofLogUpper(Tensor logP) {
        return quantile(
                logP.log1mexp(), logP, x -> logUpper(x).minus(LOG_ROUNDING).lessEqual(logP));
    }
}
