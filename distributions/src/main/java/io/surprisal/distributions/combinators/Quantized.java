package io.surprisal.distributions.combinators;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Numbers rounded up to whole ones, and taken to the range low … high where ends are given: Y = ⌈X⌉, so that P(Y = k) = P(k − 1 &lt; X ≤ k). The
 * least number has all that is below it, and the greatest all that is above. For rounding to the nearest number shift X down by ½: {@code
 * Quantized.of(LocationScale.of(x, -0.5, 1))}.
 *
 * <p>Probabilities of numbers are differences of tails on the side on which they cancel least, and of a wide X integrals of its density.
 *
 * @see <a href="https://www.tensorflow.org/probability/api_docs/python/tfp/distributions/QuantizedDistribution">the same convention</a>
 */
public final class Quantized extends UnivariateCombinator {
    private final Univariate base;
    private final Tensor low;
    private final Tensor high;

    private Quantized(Univariate base, Tensor low, Tensor high) {
        super(
                "Quantized",
                List.of(base),
                BatchShape.common(
                        "Quantized",
                        "low and high",
                        BatchShape.common("Quantized", "low", low.shape(), "high", high.shape()),
                        "the batch",
                        base.batchShape()));
        this.base = base;
        this.low = low;
        this.high = high;
    }

    /**
     * {@return the distribution of ⌈X⌉, over all whole numbers}
     *
     * @param base the distribution of X
     */
    public static Quantized of(Univariate base) {
        return of(base, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * {@return the distribution of ⌈X⌉, taken to low … high}
     *
     * @param base the distribution of X
     * @param low the least number; −∞ for none
     * @param high the greatest number; +∞ for none
     * @throws IllegalArgumentException if an end is neither whole nor infinite, or low &gt; high
     */
    public static Quantized of(Univariate base, double low, double high) {
        return of(base, base.backend().scalar(low, base.dtype()), base.backend().scalar(high, base.dtype()));
    }

    /**
     * {@return the distribution of ⌈X⌉, taken to low … high}
     *
     * @param base the distribution of X
     * @param low the least numbers, whole or −∞; they broadcast with the batch of the base
     * @param high the greatest numbers, whole or +∞
     * @throws IllegalArgumentException if an end is neither whole nor infinite, low &gt; high, or shapes, dtypes or backends do not fit
     */
    public static Quantized of(Univariate base, Tensor low, Tensor high) {
        Argument first = new Argument("Quantized", "low", low);
        Argument second = new Argument("Quantized", "high", high);
        first.requireAlike(second);
        if (low.dtype() != base.dtype() || low.backend() != base.backend()) {
            throw new IllegalArgumentException("Quantized: low (" + low + ") must have the dtype " + base.dtype()
                    + " and the backend " + base.backend().name() + " of " + base
                    + ". Use cast(DType) or to(Backend).");
        }
        first.requireAll(new WholeEnd(low.backend().scalar(Double.NEGATIVE_INFINITY, low.dtype())));
        second.requireAll(new WholeEnd(low.stopGradient()));
        return new Quantized(base, low, high);
    }

    /** {@return the distribution of X} */
    public Univariate base() {
        return base;
    }

    @Override
    boolean isDiscrete() {
        return true;
    }

    @Override
    public Constraint support() {
        return Interval.ofEnds(least(), greatest()).whole();
    }

    /** The least number that can be. */
    private Tensor least() {
        Tensor end = base.quantile(base.backend().scalar(0, dtype())).stopGradient();
        // A continuous number has no probability at its lower end.
        Tensor first = Outcomes.areDiscrete(base) ? end.ceil() : end.floor().plus(1);
        return first.maximum(low).minimum(high);
    }

    private Tensor greatest() {
        Tensor end = base.quantile(base.backend().scalar(1, dtype())).stopGradient();
        return end.ceil().maximum(low).minimum(high);
    }

    @Override
    public Quantized mapTensors(UnaryOperator<Tensor> change) {
        return new Quantized(Outcomes.rebuilt(base, change), change.apply(low), change.apply(high));
    }

    @Override
    QuantizedTails tails() {
        return new QuantizedTails(base, least(), greatest());
    }

    @Override
    Tensor logDensity(Tensor y) {
        Tensor isNumber = y.equalTo(y.floor()).and(y.isFinite());
        Tensor inside = y.greaterEqual(low).and(y.lessEqual(high)).and(isNumber);
        Tensor outside = inside.not().and(y.isNaN().not());
        // A whole number in the range, whichever of its ends are infinite.
        Tensor k = Tensor.where(
                outside, y.backend().scalar(0, y.dtype()).maximum(low).minimum(high), y);
        Tensor infinity = y.backend().scalar(Double.POSITIVE_INFINITY, y.dtype());
        Tensor from = Tensor.where(k.equalTo(low), infinity.neg(), k.minus(1));
        Tensor to = Tensor.where(k.equalTo(high), infinity, k);
        Tensor log = Outcomes.areDiscrete(base) ? base.logProbInterval(from, to) : IntervalMass.log(base, from, to);
        return Tensor.where(outside, infinity.neg(), Tensor.where(y.isNaN(), y, log));
    }

    @Override
    Tensor drawn(RandomKey key, Shape sampleShape) {
        Tensor x = WideDraws.of(base, sampleShape, batchShape(), shape -> base.sample(key, shape));
        return x.cast(dtype()).ceil().maximum(low).minimum(high);
    }

    /** {@inheritDoc} Entropy, mean and variance are sums over the numbers, of which the mode is the likeliest. */
    @Override
    public <C> Optional<C> capability(Class<C> capability) {
        if (capability == HasEntropy.class) {
            HasEntropy entropy = () -> statistic(d -> ((Quantized) d).numbers().entropy());
            return Optional.of(capability.cast(entropy));
        }
        if (capability == HasMoments.class) {
            return Optional.of(capability.cast(new Moments(
                    () -> statistic(d -> ((Quantized) d).numbers().mean()),
                    () -> statistic(d -> ((Quantized) d).numbers().variance()))));
        }
        if (capability == HasMode.class) {
            HasMode mode = () -> statistic(d -> ((Quantized) d).numbers().mode());
            return Optional.of(capability.cast(mode));
        }
        return super.capability(capability);
    }

    private Nodes numbers() {
        return WholeNumbers.nodes(
                "Quantized",
                WholeNumbers.least(this).broadcastTo(batchShape()),
                WholeNumbers.greatest(this).broadcastTo(batchShape()),
                this::logDensity);
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        super.forEachTensor(visitor);
        visitor.accept(low);
        visitor.accept(high);
    }
}
