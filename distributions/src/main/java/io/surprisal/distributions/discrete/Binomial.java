package io.surprisal.distributions.discrete;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.DiscreteFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Binomial distributions with probabilities C(n, k)pᵏ(1 − p)ⁿ⁻ᵏ for k = 0, …, n.
 *
 * <p>Measured beyond ordinary parameters, at (trials, probability) = (20000, 0.3) and (50, 1e-30): relative errors of at most 1e-16 beyond the
 * condition number's (absolute where log-probabilities, entropies and moments are below 1).
 */
public final class Binomial extends DiscreteFamily implements HasEntropy, HasHigherMoments, HasMode, EnumerableSupport {
    /** The parameters trials and probability. */
    public static final Family<Binomial> FAMILY =
            Family.of("Binomial", Binomial::new, Parameter.count("trials"), Parameter.probability("probability"));

    private final Tensor trials;
    private final Tensor probability;

    private Binomial(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.trials = parameters.get(0);
        this.probability = parameters.get(1);
    }

    /**
     * {@return the binomial distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param trials n, a whole number of at least 0
     * @param probability p, in [0, 1]
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Binomial of(Tensor trials, Tensor probability) {
        return FAMILY.of(trials, probability);
    }

    /**
     * {@return one binomial distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param trials n, a whole number of at least 0
     * @param probability p, in [0, 1]
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Binomial of(Backend backend, double trials, double probability) {
        return FAMILY.of(backend, trials, probability);
    }

    @Override
    public Interval support() {
        return Interval.between(0, trials).whole();
    }

    /** {@return 0, 1, …, n} */
    @Override
    public Tensor enumerateSupport() {
        return FiniteSupport.from("Binomial", trials.backend().scalar(0, dtype()), "trials", trials, batchShape());
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return BinomialLaw.LOG_MASS.of(x, trials, probability);
    }

    @Override
    protected Tails tails() {
        return BinomialLaw.INSTANCE.with(trials, probability);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return Draws.binomial(key, trials, probability, shape);
    }

    /** {@return −Σ p log p, summed; there is no closed form} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> BinomialLaw.ENTROPY.of(d.trials, d.probability));
    }

    /** {@return np} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.trials.times(d.probability));
    }

    /** {@return np(1 − p)} */
    @Override
    public Tensor variance() {
        return statistic(
                this,
                d -> d.trials.times(d.probability).times(d.probability.neg().plus(1)));
    }

    /** {@return (1 − 2p)/√(np(1 − p)); NaN where the outcome is certain} */
    @Override
    public Tensor skewness() {
        return statistic(
                this, d -> d.probability.times(-2).plus(1).div(d.variance().sqrt()));
    }

    /** {@return (1 − 6p(1 − p))/(np(1 − p)); NaN where the outcome is certain} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor spread = d.probability.times(d.probability.neg().plus(1));
            Tensor value = spread.reciprocal().minus(6).div(d.trials);
            return Tensor.where(d.trials.equalTo(0), d.constant(Double.NaN), value);
        });
    }

    /** {@return the largest whole number below (n + 1)p, and 0 for p = 0} */
    @Override
    public Tensor mode() {
        return statistic(
                this, d -> d.trials.plus(1).times(d.probability).ceil().minus(1).maximum(0));
    }

    /** {@return the parameter trials as it was given} */
    public Tensor trials() {
        return trials;
    }

    /** {@return the parameter probability as it was given} */
    public Tensor probability() {
        return probability;
    }
}
