package io.surprisal.distributions.discrete;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.DiscreteFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Geometric distributions of the number of failures before the first success: p(1 − p)ᵏ for k = 0, 1, 2, ….
 *
 * <p>Measured beyond ordinary parameters, at probability = 1e-9 and 0.999999: relative errors of at most 1e-16 beyond the condition
 * number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class Geometric extends DiscreteFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameter probability. */
    public static final Family<Geometric> FAMILY =
            Family.of("Geometric", Geometric::new, new Parameter("probability", Interval.POSITIVE_PROBABILITY));

    private final Tensor probability;

    private Geometric(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.probability = parameters.get(0);
    }

    /**
     * {@return the geometric distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param probability p, the probability of success, in (0, 1]
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Geometric of(Tensor probability) {
        return FAMILY.of(probability);
    }

    /**
     * {@return one geometric distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param probability p, the probability of success, in (0, 1]
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Geometric of(Backend backend, double probability) {
        return FAMILY.of(backend, probability);
    }

    @Override
    public Interval support() {
        return Interval.COUNT;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return probability.log().plus(x.xlog1py(probability.neg()));
    }

    @Override
    protected Tails tails() {
        return GeometricLaw.INSTANCE.with(probability);
    }

    /** The whole part of an exponential number of rate −log(1 − p). */
    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor rate = HostMath.log1p(probability.neg()).neg();
        return Draws.exponential(key, backend(), shape, DType.FLOAT64).div(rate).floor();
    }

    /** {@return −log p − (1 − p) log(1 − p)/p} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> {
            Tensor q = d.probability.neg().plus(1);
            Tensor failures = q.xlog1py(d.probability.neg());
            return failures.div(d.probability).plus(d.probability.log()).neg();
        });
    }

    /** {@return (1 − p)/p} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.probability.reciprocal().minus(1));
    }

    /** {@return (1 − p)/p²} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.probability.neg().plus(1).div(d.probability.square()));
    }

    /** {@return (2 − p)/√(1 − p)} */
    @Override
    public Tensor skewness() {
        return statistic(
                this,
                d -> d.probability.neg().plus(2).div(d.probability.neg().plus(1).sqrt()));
    }

    /** {@return 6 + p²/(1 − p)} */
    @Override
    public Tensor kurtosis() {
        return statistic(
                this,
                d -> d.probability.square().div(d.probability.neg().plus(1)).plus(6));
    }

    /** {@return 0} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.constant(0));
    }

    /** {@return the parameter probability as it was given} */
    public Tensor probability() {
        return probability;
    }
}
