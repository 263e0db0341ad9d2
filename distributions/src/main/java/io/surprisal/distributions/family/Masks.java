package io.surprisal.distributions.family;

import io.surprisal.distributions.constraints.Interval;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Functions on the support, continued by constants outside. The function is computed at a number inside in place of each number outside,
 * so that derivatives there are 0 and not 0 · ∞. NaN counts as inside, and passes through the function.
 */
public final class Masks {
    private Masks() {}

    /** −∞ outside the support. */
    static Tensor density(Interval support, Tensor x, UnaryOperator<Tensor> logDensity) {
        if (support.isUnbounded()) {
            return logDensity.apply(x);
        }
        Tensor outside = support.excludes(x);
        Tensor value = logDensity.apply(Tensor.where(outside, support.inner(x), x));
        return Tensor.where(outside, x.backend().scalar(Double.NEGATIVE_INFINITY, x.dtype()), value);
    }

    /** {@code below} to the left of the support and {@code above} from its upper end on; at the whole number below where only those are inside. */
    static Tensor tail(
            Interval support, boolean hasAtoms, Tensor x, UnaryOperator<Tensor> tail, double below, double above) {
        if (support.isUnbounded()) {
            return tail.apply(x);
        }
        Tensor y = support.isWhole() ? x.floor() : x;
        Tensor never = y.backend().scalar(0, DType.BOOL);
        // A continuous variable has no mass at its lower end.
        Tensor isBelow = support.hasLow() ? support.startsAbove(y, !hasAtoms) : never;
        Tensor isAbove = support.hasHigh() ? support.endsAtOrBelow(y) : never;
        Tensor value = tail.apply(Tensor.where(isBelow.or(isAbove), support.inner(y), y));
        Tensor left = Tensor.where(isBelow, y.backend().scalar(below, y.dtype()), value);
        return Tensor.where(isAbove, y.backend().scalar(above, y.dtype()), left);
    }

    /**
     * A function that a gradient call differentiates, with the derivative 0 where its value has come to an end of its range: there the chain of
     * derivatives has factors 0 and ∞. In place of such numbers it is computed at a harmless one.
     */
    static Tensor levelled(
            Tensor x, UnaryOperator<Tensor> function, double least, double greatest, Supplier<Tensor> harmless) {
        Tensor value = function.apply(x);
        Tensor known = value.stopGradient();
        if (known == value) {
            return value;
        }
        Tensor isLevel = known.equalTo(least).or(known.equalTo(greatest));
        if (isLevel.any().item() == 0) {
            return value;
        }
        Tensor place = Tensor.where(isLevel, harmless.get().stopGradient(), x);
        return Tensor.where(isLevel, known, function.apply(place));
    }

    /**
     * {@return probabilities, with NaN in place of what is outside [0, 1]}
     *
     * @param p numbers
     */
    public static Tensor probability(Tensor p) {
        return Tensor.where(p.less(0).or(p.greater(1)), p.backend().scalar(Double.NaN, p.dtype()), p);
    }

    /**
     * {@return probabilities that rounding may have made larger than 1, and then 1}
     *
     * @param p sums and products that are probabilities but for their rounding
     */
    public static Tensor atMostOne(Tensor p) {
        return Tensor.where(p.greater(1), p.backend().scalar(1, p.dtype()), p);
    }

    /**
     * {@return logarithms of probabilities, with NaN in place of what is above 0}
     *
     * @param logP numbers
     */
    public static Tensor logProbability(Tensor logP) {
        return Tensor.where(logP.greater(0), logP.backend().scalar(Double.NaN, logP.dtype()), logP);
    }
}
