package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Exp;
import io.surprisal.distributions.bijectors.Identity;
import io.surprisal.distributions.bijectors.Sigmoid;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Objects;
import java.util.Optional;

/**
 * The finite numbers between two ends, each an end of the interval or outside it, or the whole numbers among them. Ends are numbers, or tensors
 * that broadcast with the values.
 */
public final class Interval implements Constraint {
    /** All finite numbers: a location or a logit. */
    public static final Interval REAL = above(Double.NEGATIVE_INFINITY);
    /** All finite numbers and −∞: a lower end. */
    public static final Interval REAL_OR_LOW =
            new Interval(Bound.of(Double.NEGATIVE_INFINITY), Bound.of(Double.POSITIVE_INFINITY), true, false, false);
    /** All finite numbers and +∞: an upper end. */
    public static final Interval REAL_OR_HIGH =
            new Interval(Bound.of(Double.NEGATIVE_INFINITY), Bound.of(Double.POSITIVE_INFINITY), false, true, false);
    /** (0, ∞): a scale, a rate or a concentration. */
    public static final Interval POSITIVE = above(0);
    /** [0, ∞). */
    public static final Interval NOT_NEGATIVE = atLeast(0);
    /** [0, 1]: a probability. */
    public static final Interval PROBABILITY = between(0, 1);
    /** (0, 1): a probability that is neither 0 nor 1. */
    public static final Interval INNER_PROBABILITY = new Interval(Bound.of(0), Bound.of(1), false, false, false);
    /** (0, 1]: the probability of what shall happen at some time. */
    public static final Interval POSITIVE_PROBABILITY = new Interval(Bound.of(0), Bound.of(1), false, true, false);
    /** [0, 1): a length less than 1, or the probability of what shall not go on for ever. */
    public static final Interval PROBABILITY_BELOW_ONE = new Interval(Bound.of(0), Bound.of(1), true, false, false);
    /** 0, 1, 2, …: a count. */
    public static final Interval COUNT = atLeast(0).whole();
    /** 1, 2, 3, …. */
    public static final Interval POSITIVE_COUNT = atLeast(1).whole();

    private final Bound low;
    private final Bound high;
    private final boolean lowInside;
    private final boolean highInside;
    private final boolean isWhole;

    private Interval(Bound low, Bound high, boolean lowInside, boolean highInside, boolean isWhole) {
        this.low = low;
        this.high = high;
        this.lowInside = lowInside;
        this.highInside = highInside;
        this.isWhole = isWhole;
    }

    /**
     * {@return [low, high]}
     *
     * @param low the lower end
     * @param high the upper end
     */
    public static Interval between(double low, double high) {
        return new Interval(Bound.of(low), Bound.of(high), true, true, false);
    }

    /**
     * {@return [low, high] for each element of a batch}
     *
     * @param low the lower ends
     * @param high the upper ends
     */
    public static Interval between(Tensor low, Tensor high) {
        return new Interval(Bound.of(low), Bound.of(high), true, true, false);
    }

    /**
     * {@return [low, high] for each element of a batch}
     *
     * @param low the lower end of all
     * @param high the upper ends
     */
    public static Interval between(double low, Tensor high) {
        return new Interval(Bound.of(low), Bound.of(high), true, true, false);
    }

    /**
     * {@return [low, high] for each element of a batch, with numbers for ends where tensors hold one; infinite ends are none}
     *
     * @param low the lower ends
     * @param high the upper ends
     */
    public static Interval ofEnds(Tensor low, Tensor high) {
        return new Interval(Bound.simplest(low), Bound.simplest(high), true, true, false);
    }

    /**
     * {@return [low, ∞)}
     *
     * @param low the lower end
     */
    public static Interval atLeast(double low) {
        return new Interval(Bound.of(low), Bound.of(Double.POSITIVE_INFINITY), true, false, false);
    }

    /**
     * {@return [low, ∞) for each element of a batch}
     *
     * @param low the lower ends
     */
    public static Interval atLeast(Tensor low) {
        return new Interval(Bound.of(low), Bound.of(Double.POSITIVE_INFINITY), true, false, false);
    }

    /**
     * {@return (low, ∞)}
     *
     * @param low the end below
     */
    public static Interval above(double low) {
        return new Interval(Bound.of(low), Bound.of(Double.POSITIVE_INFINITY), false, false, false);
    }

    /**
     * {@return (low, ∞) for each element of a batch}
     *
     * @param low the ends below
     */
    public static Interval above(Tensor low) {
        return new Interval(Bound.of(low), Bound.of(Double.POSITIVE_INFINITY), false, false, false);
    }

    static Interval of(Bound low, Bound high, boolean lowInside, boolean highInside) {
        return new Interval(low, high, lowInside, highInside, false);
    }

    boolean includesLow() {
        return lowInside;
    }

    boolean includesHigh() {
        return highInside;
    }

    /** {@return whether the ends are numbers, equal for every batch} */
    public boolean isFixed() {
        return low.isNumber() && high.isNumber();
    }

    /** {@return the same ends, but none of them inside} */
    public Interval open() {
        return new Interval(low, high, false, false, isWhole);
    }

    /** {@return the whole numbers inside} */
    public Interval whole() {
        return new Interval(low, high, lowInside, highInside, true);
    }

    @Override
    public boolean isWhole() {
        return isWhole;
    }

    /** {@return whether all finite numbers are inside} */
    public boolean isUnbounded() {
        return low.isInfinite() && high.isInfinite() && !isWhole;
    }

    /** {@return whether there is a finite lower end} */
    public boolean hasLow() {
        return !low.isInfinite();
    }

    /** {@return whether there is a finite upper end} */
    public boolean hasHigh() {
        return !high.isInfinite();
    }

    /**
     * {@return the lower end, −∞ without one}
     *
     * @param x a tensor of the backend and dtype wanted
     */
    public Tensor low(Tensor x) {
        return low.with(x);
    }

    /**
     * {@return the upper end, +∞ without one}
     *
     * @param x a tensor of the backend and dtype wanted
     */
    public Tensor high(Tensor x) {
        return high.with(x);
    }

    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> {
            Tensor inside = x.dtype().isFloating() ? finiteOrEnd(x) : x.equalTo(x);
            if (hasLow()) {
                inside = inside.and(low.isBelow(x, lowInside));
            }
            if (hasHigh()) {
                inside = inside.and(high.isAbove(x, highInside));
            }
            return isWhole && x.dtype().isFloating() ? inside.and(x.equalTo(x.floor())) : inside;
        });
    }

    /** Whether a number is inside, as far as the ends are numbers. */
    boolean admits(double value) {
        boolean isAbove = low.tensor() != null || (lowInside ? value >= low.number() : value > low.number());
        boolean isBelow = high.tensor() != null || (highInside ? value <= high.number() : value < high.number());
        return isFiniteOrEnd(value) && isAbove && isBelow && (!isWhole || value == Math.rint(value));
    }

    private boolean isFiniteOrEnd(double value) {
        return Double.isFinite(value)
                || (value == Double.NEGATIVE_INFINITY && hasInfiniteLow())
                || (value == Double.POSITIVE_INFINITY && hasInfiniteHigh());
    }

    private Tensor finiteOrEnd(Tensor x) {
        Tensor inside = x.isFinite();
        if (hasInfiniteLow()) {
            inside = inside.or(x.equalTo(Double.NEGATIVE_INFINITY));
        }
        return hasInfiniteHigh() ? inside.or(x.equalTo(Double.POSITIVE_INFINITY)) : inside;
    }

    /** Whether −∞ is inside. */
    private boolean hasInfiniteLow() {
        return lowInside && !hasLow() && !hasHigh();
    }

    /** Whether +∞ is inside. */
    private boolean hasInfiniteHigh() {
        return highInside && !hasHigh() && !hasLow();
    }

    /**
     * {@return whether each number is certainly outside, so false for NaN, which computations shall pass on}
     *
     * @param x numbers
     */
    public Tensor excludes(Tensor x) {
        return Scope.tidy(() -> {
            Tensor outside = x.abs().equalTo(Double.POSITIVE_INFINITY);
            if (hasLow()) {
                outside = outside.or(low.isAbove(x, !lowInside));
            }
            if (hasHigh()) {
                outside = outside.or(high.isBelow(x, !highInside));
            }
            return isWhole ? outside.or(x.minus(x.floor()).greater(0)) : outside;
        });
    }

    /**
     * {@return whether the lower end is at or above each number, or above it; false for NaN}
     *
     * @param x numbers
     * @param orEqual whether an equal number counts
     */
    public Tensor startsAbove(Tensor x, boolean orEqual) {
        return low.isAbove(x, orEqual);
    }

    /**
     * {@return whether the upper end is at or below each number; false for NaN}
     *
     * @param x numbers
     */
    public Tensor endsAtOrBelow(Tensor x) {
        return high.isBelow(x, true);
    }

    /**
     * {@return a number well inside: the middle of two ends, 1 from one end, 0 without ends, the lower end among whole numbers}
     *
     * @param x a tensor of the backend and dtype wanted
     */
    public Tensor inner(Tensor x) {
        return Scope.tidy(() -> {
            if (hasLow() && (isWhole || !hasHigh())) {
                return isWhole ? low(x) : low(x).plus(1);
            }
            if (hasLow()) {
                return betweenEnds(x, low(x), high(x));
            }
            return hasHigh() ? high(x).minus(1) : x.backend().scalar(0, x.dtype());
        });
    }

    /** In a batch some ends may be infinite. */
    private static Tensor betweenEnds(Tensor x, Tensor low, Tensor high) {
        Tensor middle = high.minus(low).times(0.5).plus(low);
        Tensor ofHigh = Tensor.where(high.isFinite(), high.minus(1), x.backend().scalar(0, x.dtype()));
        return Tensor.where(low.isFinite(), Tensor.where(high.isFinite(), middle, low.plus(1)), ofHigh);
    }

    @Override
    public String rule() {
        String kind = isWhole ? "a whole number " : "";
        if (hasLow() && hasHigh()) {
            return kind + "in " + (lowInside ? "[" : "(") + low.inWords("low") + ", " + high.inWords("high")
                    + (highInside ? "]" : ")");
        }
        if (hasLow()) {
            boolean positive = !lowInside && low.number() == 0 && !isWhole;
            return positive ? "positive" : kind + (lowInside ? "at least " : "above ") + low.inWords("low");
        }
        if (hasHigh()) {
            return kind + (highInside ? "at most " : "below ") + high.inWords("high");
        }
        return isWhole ? "a finite whole number" : unboundedRule();
    }

    private String unboundedRule() {
        return "finite" + (hasInfiniteLow() ? " or −∞" : "") + (hasInfiniteHigh() ? " or +∞" : "");
    }

    @Override
    public String rule(double value) {
        boolean tooHigh = value == Double.POSITIVE_INFINITY && !hasHigh();
        boolean tooLow = value == Double.NEGATIVE_INFINITY && !hasLow();
        return (tooHigh || tooLow) && !isUnbounded() ? "finite" : rule();
    }

    /** The identity, low + eˣ, high − eˣ, or low + (high − low)·sigmoid(x); nothing for whole numbers. */
    @Override
    public Optional<Bijector> fromReals() {
        if (isWhole) {
            return Optional.empty();
        }
        if (isUnbounded()) {
            return Optional.of(new Identity());
        }
        if (hasLow() && hasHigh()) {
            boolean unit = low.number() == 0 && high.number() == 1;
            return Optional.of(unit ? new Sigmoid() : new Sigmoid().then(new ToInterval(this)));
        }
        return Optional.of(low.number() == 0 ? new Exp() : new Exp().then(new ToInterval(this)));
    }

    /** Whether another one is sure to hold the same numbers: the same ends, as numbers or as the very same tensors. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Interval interval
                && low.equals(interval.low)
                && high.equals(interval.high)
                && lowInside == interval.lowInside
                && highInside == interval.highInside
                && isWhole == interval.isWhole;
    }

    @Override
    public int hashCode() {
        return Objects.hash(low, high, lowInside, highInside, isWhole);
    }

    @Override
    public String toString() {
        return "Interval: " + rule();
    }
}
