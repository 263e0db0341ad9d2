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

/**
 * Lomax distributions, which are Pareto distributions shifted to start at 0, with density (a/s)(1 + x/s)⁻ᵃ⁻¹ on [0, ∞).
 *
 * <p>a log(1 + x/s) has the standard exponential distribution, by whose tails those of x are computed.
 *
 * <p>Measured beyond ordinary parameters, at (concentration, scale) = (0.01, 1) and (1e6, 2): relative errors of at most 2e-16 beyond the
 * condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class Lomax extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters concentration and scale. */
    public static final Family<Lomax> FAMILY =
            Family.of("Lomax", Lomax::new, Parameter.positive("concentration"), Parameter.positive("scale"));

    private final Tensor concentration;
    private final Tensor scale;

    private Lomax(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.concentration = parameters.get(0);
        this.scale = parameters.get(1);
    }

    /**
     * {@return the Lomax distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param concentration a, positive and finite
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Lomax of(Tensor concentration, Tensor scale) {
        return FAMILY.of(concentration, scale);
    }

    /**
     * {@return one Lomax distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param concentration a, positive and finite
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Lomax of(Backend backend, double concentration, double scale) {
        return FAMILY.of(backend, concentration, scale);
    }

    @Override
    public Interval support() {
        return Interval.NOT_NEGATIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return concentration.log().minus(scale.log()).minus(x.div(scale).log1p().times(concentration.plus(1)));
    }

    @Override
    protected Tails tails() {
        return new ExponentialTails();
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.div(scale).log1p().times(concentration);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return HostMath.expm1(z.div(concentration)).times(scale);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(Draws.exponential(key, backend(), shape, DType.FLOAT64));
    }

    /** {@return 1 + 1/a + log(s/a)} */
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

    /** {@return s/(a − 1); +∞ for a ≤ 1} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.tail().mean(d.scale.div(d.concentration.minus(1))));
    }

    /** {@return s²a/((a − 1)²(a − 2)); +∞ for a ≤ 2} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> {
            Tensor a = d.concentration;
            Tensor root = d.scale.div(a.minus(1));
            return d.tail().variance(root.square().times(a).div(a.minus(2)));
        });
    }

    /** {@return 2(a + 1)/(a − 3) · √((a − 2)/a); +∞ for a ≤ 3, NaN for a ≤ 2} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> {
            Tensor a = d.concentration;
            Tensor root = a.minus(2).maximum(0).div(a).sqrt();
            return d.tail().skewness(a.plus(1).times(2).div(a.minus(3)).times(root));
        });
    }

    /** {@return 6(a³ + a² − 6a − 2)/(a(a − 3)(a − 4)); +∞ for a ≤ 4, NaN for a ≤ 2} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor a = d.concentration;
            // Divided by a³, so that nothing overflows.
            Tensor b = a.reciprocal();
            Tensor above = b.plus(1)
                    .minus(b.square().times(6))
                    .minus(b.square().times(b).times(2))
                    .times(6);
            Tensor below = b.times(-3).plus(1).times(b.times(-4).plus(1));
            return d.tail().kurtosis(above.div(below));
        });
    }

    /** {@return 0} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.constant(0));
    }

    private HeavyTail tail() {
        return new HeavyTail(concentration);
    }

    /** {@return the parameter a as it was given} */
    public Tensor concentration() {
        return concentration;
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }
}
