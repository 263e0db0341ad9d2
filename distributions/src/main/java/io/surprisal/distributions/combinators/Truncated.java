package io.surprisal.distributions.combinators;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostComputation;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The distribution of a number X, given low ≤ X ≤ high: continuous or discrete, both ends included, either of them possibly infinite. The
 * density is that of X divided by P(low ≤ X ≤ high).
 *
 * <p>Everything is computed from logarithms of the base's probabilities on the side on which they are smaller, so that truncation a thousand
 * standard deviations out is as accurate as the base. Where an interval holds little of the tail on its side, as one close to an end does, its
 * probability is the integral of the density or the sum of the probabilities of its numbers, in which nothing cancels, and quantiles are refined by
 * it. Draws are quantiles of uniform numbers, and move with the ends and the base's parameters.
 *
 * <p>Accuracy: eight times the bounds of families, where the base is within them; logarithms of the base's tails are rounded, at −500,000 too.
 */
public sealed class Truncated extends UnivariateCombinator permits ReparameterizedTruncated {
    private final Univariate base;
    private final Tensor low;
    private final Tensor high;

    Truncated(Univariate base, Tensor low, Tensor high) {
        super("Truncated", List.of(base), batchOf(base, low, high));
        this.base = base;
        this.low = low;
        this.high = high;
    }

    private static Shape batchOf(Univariate base, Tensor low, Tensor high) {
        Shape ends = BatchShape.common("Truncated", "low", low.shape(), "high", high.shape());
        return BatchShape.common("Truncated", "low and high", ends, "the batch", base.batchShape());
    }

    /**
     * {@return the distribution of X given low ≤ X ≤ high} Values are checked, but not inside a gradient call.
     *
     * @param base the distribution of X
     * @param low the lower ends, which may be −∞; they broadcast with the batch of the base
     * @param high the upper ends, which may be +∞
     * @throws IllegalArgumentException if an interval has probability 0, as one with low &gt; high has, or shapes, dtypes or backends do not fit
     */
    public static Truncated of(Univariate base, Tensor low, Tensor high) {
        Argument first = new Argument("Truncated", "low", low);
        Argument second = new Argument("Truncated", "high", high);
        first.requireAlike(second);
        if (low.dtype() != base.dtype() || low.backend() != base.backend()) {
            throw new IllegalArgumentException("Truncated: low (" + low + ") must have the dtype " + base.dtype()
                    + " and the backend " + base.backend().name() + " of " + base
                    + ". Use cast(DType) or to(Backend).");
        }
        Truncated truncated = unchecked(base, low, high);
        if (!first.isTraced() && !second.isTraced()) {
            truncated.requirePossible();
        }
        return truncated;
    }

    /**
     * {@return the distribution of X given low ≤ X ≤ high}
     *
     * @param base the distribution of X
     * @param low the lower end; −∞ for none
     * @param high the upper end; +∞ for none
     * @throws IllegalArgumentException if the interval has probability 0
     */
    public static Truncated of(Univariate base, double low, double high) {
        return of(base, base.backend().scalar(low, base.dtype()), base.backend().scalar(high, base.dtype()));
    }

    private static Truncated unchecked(Univariate base, Tensor low, Tensor high) {
        return Outcomes.areDiscrete(base)
                ? new Truncated(base, low, high)
                : new ReparameterizedTruncated(base, low, high);
    }

    private void requirePossible() {
        Scope.run(() -> {
            Truncated doubles = (Truncated) inDoubles();
            double[] log = doubles.tails().logMass().broadcastTo(batchShape()).toDoubles();
            for (int i = 0; i < log.length; i++) {
                if (!(log[i] > Double.NEGATIVE_INFINITY)) {
                    String place = batchShape().placeOf(i);
                    throw new IllegalArgumentException("Truncated: P(low ≤ X ≤ high) must be positive, but is "
                            + Math.exp(log[i]) + " for low" + place + " = "
                            + low.broadcastTo(batchShape()).toDoubles()[i] + " and high" + place + " = "
                            + high.broadcastTo(batchShape()).toDoubles()[i]
                            + ". Take an interval that has outcomes of " + base + ".");
                }
            }
        });
    }

    /** {@return the distribution of X} */
    public final Univariate base() {
        return base;
    }

    /** {@return the lower end as it was given} */
    public final Tensor low() {
        return low;
    }

    /** {@return the upper end as it was given} */
    public final Tensor high() {
        return high;
    }

    @Override
    public final Constraint support() {
        return base.support().within(Interval.ofEnds(low, high), low);
    }

    @Override
    public final Truncated mapTensors(UnaryOperator<Tensor> change) {
        return unchecked(Outcomes.rebuilt(base, change), change.apply(low), change.apply(high));
    }

    @Override
    final TruncatedTails tails() {
        return TruncatedTails.of(base, low, high, isDiscrete(), Outcomes.areWhole(base));
    }

    @Override
    final Tensor logDensity(Tensor x) {
        Tensor outside = x.less(low).or(x.greater(high));
        TruncatedTails tails = tails();
        Tensor inside = Tensor.where(outside, tails.inner(), x);
        Tensor never = x.backend().scalar(Double.NEGATIVE_INFINITY, x.dtype());
        return Tensor.where(outside, never, base.logProb(inside).minus(tails.logMass()));
    }

    /** Both ends are taken into the interval first, where the base's probabilities are known. */
    @Override
    final Tensor logInterval(Tensor from, Tensor to) {
        TruncatedTails tails = tails();
        return tails.logMass(from.maximum(tails.start()), to.minimum(tails.high()))
                .minus(tails.logMass());
    }

    @Override
    final Tensor drawn(RandomKey key, Shape sampleShape) {
        Truncated doubles = (Truncated) inDoubles();
        Tensor u = Draws.uniform(key, backend(), sampleShape.then(batchShape()), DType.FLOAT64)
                .cast(doubles.dtype());
        Tensor drawn = canBeRebuilt()
                ? HostComputation.of(
                        backend(), host -> doubles.mapTensors(host).tails().draw(host.apply(u)))
                : doubles.tails().draw(u);
        return drawn.cast(dtype());
    }

    /**
     * {@inheritDoc} Entropy, mean and variance are integrals between quantiles, or sums over whole numbers; the mode is the base's or the likelier end,
     * where the base has one mode.
     */
    @Override
    public final <C> Optional<C> capability(Class<C> capability) {
        boolean canSum = !isDiscrete() || Outcomes.areWhole(base);
        if (capability == HasEntropy.class && canSum) {
            HasEntropy entropy = () -> statistic(d -> statistics(d).entropy());
            return Optional.of(capability.cast(entropy));
        }
        if (capability == HasMoments.class && canSum) {
            return Optional.of(capability.cast(new Moments(
                    () -> statistic(d -> statistics(d).mean()),
                    () -> statistic(d -> statistics(d).variance()))));
        }
        if (capability == HasMode.class && !Outcomes.mayHaveTwoModes(base)) {
            HasMode mode = () -> statistic(d -> statistics(d)
                    .mode(((Truncated) d).base.capability(HasMode.class).orElseThrow()));
            return base.capability(HasMode.class).map(own -> capability.cast(mode));
        }
        return super.capability(capability);
    }

    private static TruncatedStatistics statistics(UnivariateCombinator truncated) {
        return new TruncatedStatistics(((Truncated) truncated).tails(), truncated.batchShape());
    }

    @Override
    public final void forEachTensor(Consumer<? super Tensor> visitor) {
        super.forEachTensor(visitor);
        visitor.accept(low);
        visitor.accept(high);
    }
}
