package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.ContinuousFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Relaxed Bernoulli (binary concrete) distributions: 1/(1 + e^(−(l + L)/τ)) with the logit l, a standard logistic L and the temperature τ, between
 * zeros and ones (τ → 0) and ½ (τ → ∞). By the probability p or by its logit l = log(p/(1 − p)).
 *
 * <p>With z = τ log(x/(1 − x)) − l the cumulative probability is 1/(1 + e⁻ᶻ) and the density τ/(x(1 − x)) · eᶻ/(1 + eᶻ)². At both ends the density
 * is ∞ for τ &lt; 1 and 0 for τ &gt; 1; for τ = 1 it is (1 − p)/p at 0 and p/(1 − p) at 1.
 *
 * <p>Measured beyond ordinary parameters, at (temperature, probability) = (0.01, 0.5) and (1e5, 0.3): relative errors of at most 8e-14
 * beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 *
 * @see <a href="https://arxiv.org/abs/1611.00712">Maddison, Mnih, Teh, The concrete distribution (2017)</a>
 */
public final class RelaxedBernoulli extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters temperature and probability. */
    public static final Family<RelaxedBernoulli> FAMILY = Family.of(
            "RelaxedBernoulli",
            p -> new RelaxedBernoulli(p, false),
            Parameter.positive("temperature"),
            new Parameter("probability", Interval.INNER_PROBABILITY));

    /** The parameters temperature and logits. */
    public static final Family<RelaxedBernoulli> BY_LOGITS = Family.of(
            "RelaxedBernoulli",
            p -> new RelaxedBernoulli(p, true),
            Parameter.positive("temperature"),
            Parameter.real("logits"));

    /** The z up to which the logarithms of x and of the density may be infinite together, and from which on they cancel. */
    private static final double FAR = -1;

    private final Tensor temperature;
    private final Tensor parameter;
    private final boolean byLogits;

    private RelaxedBernoulli(List<Tensor> parameters, boolean byLogits) {
        super(byLogits ? BY_LOGITS : FAMILY, parameters);
        this.temperature = parameters.get(0);
        this.parameter = parameters.get(1);
        this.byLogits = byLogits;
    }

    /**
     * {@return the relaxed Bernoulli distributions with these parameters, which broadcast to the batch shape} Values are checked, but not
     * inside a gradient call.
     *
     * @param temperature τ, positive and finite
     * @param probability p, in (0, 1)
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static RelaxedBernoulli of(Tensor temperature, Tensor probability) {
        return FAMILY.of(temperature, probability);
    }

    /**
     * {@return one relaxed Bernoulli distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param temperature τ, positive and finite
     * @param probability p, in (0, 1)
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static RelaxedBernoulli of(Backend backend, double temperature, double probability) {
        return FAMILY.of(backend, temperature, probability);
    }

    /**
     * {@return the relaxed Bernoulli distributions with these logits} Values are checked, but not inside a gradient call.
     *
     * @param temperature τ, positive and finite
     * @param logits log(p/(1 − p)), finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static RelaxedBernoulli fromLogits(Tensor temperature, Tensor logits) {
        return BY_LOGITS.of(temperature, logits);
    }

    /** {@return the parameter temperature as it was given} */
    public Tensor temperature() {
        return temperature;
    }

    /** {@return log(p/(1 − p))} */
    public Tensor logits() {
        return byLogits ? parameter : logit(parameter);
    }

    /** On the host, since draws are made of it. */
    private static Tensor logit(Tensor p) {
        return HostMath.log(p).minus(HostMath.log1p(p.neg()));
    }

    /** {@return 2 − log τ + E[log X(1 − X)], the last by quadrature} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.logSlope().plus(d.temperature.log().neg()).plus(2));
    }

    /** {@return E[X], by quadrature} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> SigmoidMoments.OF_LOGISTIC.moments().mean(d.center(), d.temperature.reciprocal()));
    }

    /** {@return E[(X − E[X])²], by quadrature} */
    @Override
    public Tensor variance() {
        return statistic(
                this, d -> SigmoidMoments.OF_LOGISTIC.moments().variance(d.center(), d.temperature.reciprocal()));
    }

    /** {@return the third central moment over variance^(3/2), by quadrature} */
    @Override
    public Tensor skewness() {
        return statistic(
                this, d -> SigmoidMoments.OF_LOGISTIC.moments().skewness(d.center(), d.temperature.reciprocal()));
    }

    /** {@return the fourth central moment over variance², less 3, by quadrature} */
    @Override
    public Tensor kurtosis() {
        return statistic(
                this, d -> SigmoidMoments.OF_LOGISTIC.moments().kurtosis(d.center(), d.temperature.reciprocal()));
    }

    /**
     * {@return where the density is largest: inside, by a search, for τ &gt; 1; the likelier end for τ = 1, and 0 if both are; for τ &lt; 1, where the
     * density is infinite at both ends, 0}
     */
    @Override
    public Tensor mode() {
        return statistic(this, d -> {
            Tensor isInside = d.temperature.greater(1);
            Tensor warm = Tensor.where(isInside, d.temperature, d.constant(2));
            Tensor inside = SigmoidModes.OF_LOGISTIC.of(warm, d.logits()).sigmoid();
            Tensor isOne = d.temperature.equalTo(1).and(d.logits().greater(0));
            return Tensor.where(isInside, inside, isOne.cast(DType.FLOAT64));
        });
    }

    /** E[log X(1 − X)]. */
    private Tensor logSlope() {
        return SigmoidMoments.OF_LOGISTIC.logSlope().of(center(), temperature.reciprocal());
    }

    /** The median of the logit of X. */
    private Tensor center() {
        return logits().div(temperature);
    }

    @Override
    public Interval support() {
        return Interval.PROBABILITY;
    }

    /** From the nearer end, where z and the logarithm of x or 1 − x are infinite together. */
    @Override
    protected Tensor logDensity(Tensor x) {
        Tensor half = constant(0.5);
        Tensor isLow = x.less(0.5);
        Tensor logits = logits();
        Tensor low = ofEnd(Tensor.where(isLow, x, half), logits);
        Tensor high = ofEnd(Tensor.where(isLow, half, x.neg().plus(1)), logits.neg());
        return Tensor.where(isLow, low, high);
    }

    /** For x up to ½: by the formula whose terms are of the size of the sum. */
    private Tensor ofEnd(Tensor x, Tensor logits) {
        Tensor isFar = standardised(x, logits).less(FAR);
        Tensor half = constant(0.5);
        Tensor far = farFromCenter(Tensor.where(isFar, x, half), logits);
        return Tensor.where(isFar, far, nearCenter(Tensor.where(isFar, half, x), logits))
                .plus(temperature.log());
    }

    /** log σ(z)σ(−z) − log x(1 − x): at large temperatures z is a small difference, of which little is made. */
    private Tensor nearCenter(Tensor x, Tensor logits) {
        Tensor size = standardised(x, logits).abs();
        return size.neg()
                .minus(size.neg().exp().log1p().times(2))
                .minus(x.log())
                .minus(x.neg().log1p());
    }

    /** (τ − 1) log x − (τ + 1) log(1 − x) − l − 2 log(1 + eᶻ): at x = 0 nothing is ∞ − ∞. */
    private Tensor farFromCenter(Tensor x, Tensor logits) {
        return temperature
                .minus(1)
                .xlogy(x)
                .minus(temperature.plus(1).times(x.neg().log1p()))
                .minus(logits)
                .minus(standardised(x, logits).softplus().times(2));
    }

    private Tensor standardised(Tensor x, Tensor logits) {
        return x.log().minus(x.neg().log1p()).times(temperature).minus(logits);
    }

    @Override
    protected Tails tails() {
        return new LogisticTails();
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return standardised(x, logits());
    }

    @Override
    protected Tensor restore(Tensor z) {
        return HostMath.sigmoid(z.plus(logits()).div(temperature));
    }
}
