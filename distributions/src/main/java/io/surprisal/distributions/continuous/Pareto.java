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
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Pareto distributions with density αmᵅ/xᵅ⁺¹, on [m, ∞).
 *
 * <p>Moments of order n are infinite for α ≤ n.
 *
 * <p>Measured beyond ordinary parameters, at (concentration, scale) = (0.01, 1) and (1e6, 2): relative errors of at most 2e-16 beyond the
 * condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class Pareto extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters concentration and scale. */
    public static final Family<Pareto> FAMILY =
            Family.of("Pareto", Pareto::new, Parameter.positive("concentration"), Parameter.positive("scale"));

    private final Tensor concentration;
    private final Tensor scale;

    private Pareto(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.concentration = parameters.get(0);
        this.scale = parameters.get(1);
    }

    /**
     * {@return the Pareto distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param concentration α, the exponent of the tail, positive and finite
     * @param scale m, the least outcome, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Pareto of(Tensor concentration, Tensor scale) {
        return FAMILY.of(concentration, scale);
    }

    /**
     * {@return one Pareto distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param concentration α, the exponent of the tail, positive and finite
     * @param scale m, the least outcome, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Pareto of(Backend backend, double concentration, double scale) {
        return FAMILY.of(backend, concentration, scale);
    }

    @Override
    public Interval support() {
        return Interval.atLeast(scale);
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return concentration.log().minus(standardise(x)).minus(x.log());
    }

    @Override
    protected Tails tails() {
        return new ExponentialTails();
    }

    @Override
    protected Tensor standardise(Tensor x) {
        // x/m may overflow.
        Tensor isFar = x.greater(1e100).or(x.div(scale).greater(1e100));
        Tensor near = Tensor.where(isFar, scale, x).minus(scale).div(scale).log1p();
        Tensor far = x.log().minus(scale.log());
        return Tensor.where(isFar, far, near).times(concentration);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return HostMath.exp(z.div(concentration)).times(scale);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(Draws.exponential(key, backend(), shape, DType.FLOAT64));
    }

    /** {@return log(m/α) + 1/α + 1} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                d -> d.scale
                        .log()
                        .minus(d.concentration.log())
                        .plus(d.concentration.reciprocal())
                        .plus(1));
    }

    /** {@return αm/(α − 1); ∞ for α ≤ 1} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.whereAbove(1, a -> a.div(a.minus(1)).times(d.scale)));
    }

    /** {@return αm²/((α − 1)²(α − 2)); ∞ for α ≤ 2} */
    @Override
    public Tensor variance() {
        return statistic(
                this, d -> d.whereAbove(2, a -> d.scale.div(a.minus(1)).square().times(a.div(a.minus(2)))));
    }

    /** {@return 2(1 + α)/(α − 3) · √((α − 2)/α); ∞ for α ≤ 3, NaN for α ≤ 2} */
    @Override
    public Tensor skewness() {
        return statistic(
                this,
                d -> d.undefinedUpTo(
                        2,
                        d.whereAbove(
                                3,
                                a -> a.plus(1)
                                        .div(a.minus(3))
                                        .times(a.minus(2).div(a).sqrt())
                                        .times(2))));
    }

    /** {@return 6(α³ + α² − 6α − 2)/(α(α − 3)(α − 4)); ∞ for α ≤ 4, NaN for α ≤ 2} */
    @Override
    public Tensor kurtosis() {
        return statistic(
                this,
                d -> d.undefinedUpTo(2, d.whereAbove(4, a -> {
                    Tensor numerator = a.plus(1).times(a).minus(6).times(a).minus(2);
                    return numerator.times(6).div(a.minus(3).times(a.minus(4)).times(a));
                })));
    }

    /** {@return m} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.scale);
    }

    /** A moment that is finite for α above a bound and infinite up to it. */
    private Tensor whereAbove(double bound, UnaryOperator<Tensor> moment) {
        Tensor isFinite = concentration.greater(bound);
        Tensor safe = Tensor.where(isFinite, concentration, constant(bound + 1));
        return Tensor.where(isFinite, moment.apply(safe), constant(Double.POSITIVE_INFINITY));
    }

    private Tensor undefinedUpTo(double bound, Tensor moment) {
        return Tensor.where(concentration.greater(bound), moment, constant(Double.NaN));
    }

    /** {@return the parameter concentration as it was given} */
    public Tensor concentration() {
        return concentration;
    }

    /** {@return the parameter scale as it was given} */
    public Tensor scale() {
        return scale;
    }
}
