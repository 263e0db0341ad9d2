package io.surprisal.distributions.discrete;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.Logits;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.family.DiscreteFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Rows;
import io.surprisal.distributions.family.Tails;
import io.surprisal.distributions.family.TrailingAxes;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Categorical distributions over the numbers 0, …, n − 1, by their probabilities or by logits l with probabilities softmax(l); one
 * distribution for each row along the parameter's last axis.
 *
 * <p>Draws are INT64 category numbers; outcomes are given as INT64 or in the parameter's dtype, in which quantiles are. Numbers outside
 * 0 … n − 1 have log-probability −∞, as have categories of probability 0.
 *
 * <p>Measured beyond ordinary parameters, at probabilities = (1e-30, 1, 1e-300): relative errors of at most 1e-16 beyond the condition number's.
 */
public final class Categorical extends DiscreteFamily
        implements HasEntropy, HasHigherMoments, HasMode, EnumerableSupport {
    /** The parameter probabilities. */
    public static final Family<Categorical> FAMILY =
            Family.of("Categorical", p -> new Categorical(p, false), new Parameter("probabilities", new Simplex()));

    /** The parameter logits. */
    public static final Family<Categorical> BY_LOGITS =
            Family.of("Categorical", p -> new Categorical(p, true), new Parameter("logits", new Logits()));

    private final Tensor parameter;
    private final boolean byLogits;

    private Categorical(List<Tensor> parameters, boolean byLogits) {
        super(byLogits ? BY_LOGITS : FAMILY, parameters);
        this.parameter = parameters.get(0);
        this.byLogits = byLogits;
    }

    /**
     * {@return the categorical distributions with these probabilities} Values are checked, but not inside a gradient call, and are used
     * as they are: no rounding is normalised away.
     *
     * @param probabilities [batch…, categories], in [0, 1]; each row sums to 1, up to 10⁻⁵ in FLOAT32 and 10⁻⁹ in FLOAT64
     * @throws IllegalArgumentException if a value is negative, a row does not sum to 1, there is no axis of categories, or the dtype is
     *     not floating
     */
    public static Categorical of(Tensor probabilities) {
        return FAMILY.of(probabilities);
    }

    /**
     * {@return the categorical distributions with probabilities softmax(logits)} Values are checked, but not inside a gradient call.
     *
     * @param logits [batch…, categories]; −∞ makes a category impossible, but not all of a row
     * @throws IllegalArgumentException if a logit is NaN or +∞, a row is −∞ throughout, there is no axis of categories, or the dtype is
     *     not floating
     */
    public static Categorical fromLogits(Tensor logits) {
        return BY_LOGITS.of(logits);
    }

    /**
     * {@return as {@link #fromLogits}, without a look at the values: where a synchronisation with the device would be felt}
     *
     * @param logits [batch…, categories]
     * @throws IllegalArgumentException if there is no axis of categories, or the dtype is not floating
     */
    public static Categorical fromLogitsUnchecked(Tensor logits) {
        return BY_LOGITS.unchecked(logits);
    }

    /** {@return how many categories there are} */
    public int categories() {
        return parameter.shape().dim(-1);
    }

    /** {@return whether the parameters are logits, and not probabilities} */
    public boolean isByLogits() {
        return byLogits;
    }

    /** {@return logits of the probabilities, batchShape + [categories]: those given, or else the logarithms of the probabilities} */
    public Tensor logits() {
        return byLogits ? parameter : parameter.log();
    }

    /** {@return the probabilities, batchShape + [categories]} */
    public Tensor probabilities() {
        return byLogits ? parameter.softmax(-1) : parameter;
    }

    /** {@return the logarithms of the probabilities, batchShape + [categories]; −∞ of 0} */
    public Tensor logProbabilities() {
        return byLogits ? parameter.logSoftmax(-1) : parameter.log();
    }

    @Override
    public Interval support() {
        return Interval.between(0, categories() - 1).whole();
    }

    /** {@return 0, 1, …, n − 1} */
    @Override
    public Tensor enumerateSupport() {
        int[] dims = new int[batchShape().rank() + 1];
        Arrays.fill(dims, 1);
        dims[0] = categories();
        return Scope.tidy(() -> backend().arange(categories()).reshape(dims));
    }

    /** INT64 category numbers, sampleShape + batchShape. */
    @Override
    protected Tensor drawInOwnType(RandomKey key, Shape shape) {
        return Draws.categorical(key, byLogits ? parameter : HostMath.log(parameter), shape);
    }

    /** Numbers of INT64 are looked up in the parameter's dtype. */
    @Override
    public Tensor logProbSummed(Tensor x, int axes) {
        if (x.dtype() != DType.INT64) {
            return super.logProbSummed(x, axes);
        }
        requireFit("x", x);
        return Scope.tidy(() -> {
            Tensor inside = x.greaterEqual(0).and(x.less(categories()));
            Tensor places = Tensor.where(inside, x, backend().scalar(0, DType.INT64));
            Tensor taken = logProbabilityOf(places);
            Tensor never = backend().scalar(Double.NEGATIVE_INFINITY, dtype());
            return TrailingAxes.sum(Tensor.where(inside, taken, never), axes);
        });
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return logProbabilityOf(x);
    }

    /** Of a probability the logarithm after it is looked up: those of others may be −∞, and have no derivative. */
    private Tensor logProbabilityOf(Tensor x) {
        return byLogits
                ? Rows.at("Categorical", parameter.logSoftmax(-1), x, batchShape())
                : Rows.at("Categorical", parameter, x, batchShape()).log();
    }

    @Override
    protected Tails tails() {
        return new CategoricalTails(probabilities(), batchShape());
    }

    /** {@return −Σ p log p in nats; impossible categories add 0} */
    @Override
    public Tensor entropy() {
        return statistic(this, Categorical::entropyInDoubles);
    }

    private Tensor entropyInDoubles() {
        Tensor p = probabilities();
        Tensor impossible = p.equalTo(0);
        // 0 · log 0 is 0, and so is its derivative: the logarithm is taken of a harmless number.
        Tensor logs = byLogits
                ? Tensor.where(impossible, constant(0), parameter.logSoftmax(-1))
                : Tensor.where(impossible, constant(1), p).log();
        // 0 − x, where −x would make −0 of a certain outcome.
        return constant(0).minus(p.times(logs).sum(-1));
    }

    /** {@return Σ k pₖ} */
    @Override
    public Tensor mean() {
        return statistic(this, Categorical::meanInDoubles);
    }

    private Tensor meanInDoubles() {
        return numbers().times(probabilities()).sum(-1);
    }

    /** {@return Σ (k − mean)² pₖ} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.central(2));
    }

    /** {@return Σ (k − mean)³ pₖ/variance^(3/2); NaN where the outcome is certain} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.central(3).div(d.central(2).pow(1.5)));
    }

    /** {@return Σ (k − mean)⁴ pₖ/variance² − 3; NaN where the outcome is certain} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.central(4).div(d.central(2).square()).minus(3));
    }

    /** {@return the first of the most likely categories} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.parameter.argmax(-1).cast(DType.FLOAT64));
    }

    private Tensor numbers() {
        return backend().arange(categories()).cast(DType.FLOAT64);
    }

    private Tensor central(int order) {
        return numbers()
                .minus(meanInDoubles().expandDims(-1))
                .pow(order)
                .times(probabilities())
                .sum(-1);
    }
}
