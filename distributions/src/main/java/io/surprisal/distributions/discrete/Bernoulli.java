package io.surprisal.distributions.discrete;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Chance;
import io.surprisal.distributions.family.DiscreteFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Bernoulli distributions: 1 with probability p, 0 with probability 1 − p; by p or by its logit log(p/(1 − p)).
 *
 * <p>Outcomes are zeros and ones of the parameter's dtype. Other numbers have log-probability −∞, also the grey levels between; the
 * cross-entropy that image models use on those is {@link Tensor#bernoulliLogProb} of the logits.
 *
 * <p>Measured beyond ordinary parameters, at probability = 1e-300 and 1 − 2⁻²⁴: relative errors of at most 1e-16 beyond the condition number's.
 */
public final class Bernoulli extends DiscreteFamily
        implements HasEntropy, HasHigherMoments, HasMode, EnumerableSupport {
    /** The parameter probability. */
    public static final Family<Bernoulli> FAMILY =
            Family.of("Bernoulli", p -> new Bernoulli(p, false), Parameter.probability("probability"));

    /** The parameter logits. */
    public static final Family<Bernoulli> BY_LOGITS =
            Family.of("Bernoulli", p -> new Bernoulli(p, true), Parameter.real("logits"));

    private final Chance chance;

    private Bernoulli(List<Tensor> parameters, boolean byLogits) {
        super(byLogits ? BY_LOGITS : FAMILY, parameters);
        this.chance = new Chance(parameters.get(0), byLogits);
    }

    /**
     * {@return the Bernoulli distributions with these probabilities of 1} Values are checked, but not inside a gradient call.
     *
     * @param probability p, in [0, 1]
     * @throws IllegalArgumentException if a value is outside [0, 1], or the dtype is not floating
     */
    public static Bernoulli of(Tensor probability) {
        return FAMILY.of(probability);
    }

    /**
     * {@return one Bernoulli distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param probability p, in [0, 1]
     * @throws IllegalArgumentException if the probability is outside [0, 1]
     */
    public static Bernoulli of(Backend backend, double probability) {
        return FAMILY.of(backend, probability);
    }

    /**
     * {@return the Bernoulli distributions with these logits, which no rounding takes to probability 0 or 1} Values are checked, but not
     * inside a gradient call.
     *
     * @param logits log(p/(1 − p)), finite
     * @throws IllegalArgumentException if a value is not finite, or the dtype is not floating
     */
    public static Bernoulli fromLogits(Tensor logits) {
        return BY_LOGITS.of(logits);
    }

    /**
     * {@return as {@link #fromLogits}, without a look at the values: where a synchronisation with the device would be felt}
     *
     * @param logits log(p/(1 − p)), finite
     * @throws IllegalArgumentException if the dtype is not floating
     */
    public static Bernoulli fromLogitsUnchecked(Tensor logits) {
        return BY_LOGITS.unchecked(logits);
    }

    /** {@return whether the parameter is the logit, and not the probability} */
    public boolean isByLogits() {
        return chance.byLogits();
    }

    /** {@return p} */
    public Tensor probability() {
        return chance.probability();
    }

    /** {@return 1 − p; from logits without the rounding of p} */
    public Tensor complement() {
        return chance.complement();
    }

    /** {@return log(p/(1 − p)); ±∞ where the probability is 0 or 1} */
    public Tensor logits() {
        return chance.logits();
    }

    /** {@return log p} */
    public Tensor logProbability() {
        return chance.logProbability();
    }

    /** {@return log(1 − p)} */
    public Tensor logComplement() {
        return chance.logComplement();
    }

    @Override
    public Interval support() {
        return Interval.between(0, 1).whole();
    }

    /** {@return 0, 1} */
    @Override
    public Tensor enumerateSupport() {
        int[] dims = new int[batchShape().rank() + 1];
        Arrays.fill(dims, 1);
        dims[0] = 2;
        return Scope.tidy(() -> backend().arange(2).cast(dtype()).reshape(dims));
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return chance.byLogits() ? chance.parameter().bernoulliLogProb(x, 0) : logProbByProbability(x);
    }

    /** 0 · log 0 is 0, and has the derivative 0: the factor that is not wanted is computed at a harmless probability. */
    private Tensor logProbByProbability(Tensor x) {
        Tensor one = backend().scalar(1, dtype());
        Tensor zero = backend().scalar(0, dtype());
        Tensor ofOne = Tensor.where(x.equalTo(0), one, chance.parameter()).log().times(x);
        Tensor ofZero =
                Tensor.where(x.equalTo(1), zero, chance.parameter()).neg().log1p();
        return ofOne.plus(ofZero.times(x.neg().plus(1)));
    }

    @Override
    protected Tails tails() {
        return new BernoulliTails(this);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return Draws.bernoulli(key, probability(), shape);
    }

    /** Compared with uniform numbers of the parameter's dtype. */
    @Override
    protected Tensor drawInOwnType(RandomKey key, Shape shape) {
        return draw(key, shape);
    }

    /** {@return −p log p − (1 − p) log(1 − p), in nats} */
    @Override
    public Tensor entropy() {
        return statistic(this, Bernoulli::entropyInDoubles);
    }

    private Tensor entropyInDoubles() {
        Tensor parameter = chance.parameter();
        if (chance.byLogits()) {
            Tensor opposite = parameter.neg();
            return parameter
                    .sigmoid()
                    .times(opposite.softplus())
                    .plus(opposite.sigmoid().times(parameter.softplus()));
        }
        // 0 − x, where −x would make −0 of a certain outcome.
        return constant(0).minus(logProbByProbability(parameter));
    }

    /** {@return p} */
    @Override
    public Tensor mean() {
        return statistic(this, Bernoulli::probability);
    }

    /** {@return p(1 − p)} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.probability().times(d.complement()));
    }

    /** {@return (1 − 2p)/√(p(1 − p)); NaN where the outcome is certain} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.complement().minus(d.probability()).div(d.standardDeviation()));
    }

    /** {@return (1 − 6p(1 − p))/(p(1 − p)); NaN where the outcome is certain} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.variance().reciprocal().minus(6));
    }

    /** {@return 1 where p is above ½, else 0} */
    @Override
    public Tensor mode() {
        return statistic(
                this,
                d -> d.chance.parameter().greater(d.isByLogits() ? 0 : 0.5).cast(d.dtype()));
    }
}
