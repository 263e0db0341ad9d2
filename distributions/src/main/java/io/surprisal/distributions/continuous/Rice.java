package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.ContinuousFamily;
import io.surprisal.distributions.family.Family;
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
 * Rice distributions, of the length of a vector of two normal variables with a mean of length n, with density
 * (x/s²) exp(−(x² + n²)/(2s²)) I₀(nx/s²), on [0, ∞). n = 0 is the Rayleigh distribution.
 *
 * <p>The tails are Marcum's Q-function and its complement. The log-density is −∞ at 0.
 *
 * <p>Measured beyond ordinary parameters, at (noncentrality, scale) = (1, 1e5): relative errors of at most 2e-15 beyond the
 * condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class Rice extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters noncentrality and scale. */
    public static final Family<Rice> FAMILY = Family.of(
            "Rice", Rice::new, new Parameter("noncentrality", Interval.NOT_NEGATIVE), Parameter.positive("scale"));

    private final Tensor noncentrality;
    private final Tensor scale;

    private Rice(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.noncentrality = parameters.get(0);
        this.scale = parameters.get(1);
    }

    /**
     * {@return the Rice distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param noncentrality n, at least 0
     * @param scale s, the standard deviation of each of the two, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Rice of(Tensor noncentrality, Tensor scale) {
        return FAMILY.of(noncentrality, scale);
    }

    /**
     * {@return one Rice distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param noncentrality n, at least 0
     * @param scale s, the standard deviation of each of the two, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Rice of(Backend backend, double noncentrality, double scale) {
        return FAMILY.of(backend, noncentrality, scale);
    }

    @Override
    public Interval support() {
        return Interval.NOT_NEGATIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return RiceLaw.INSTANCE.logDensity(standardise(x), List.of(shape())).minus(scale.log());
    }

    @Override
    protected Tails tails() {
        return RiceLaw.INSTANCE.with(shape());
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.div(scale).minimum(Double.MAX_VALUE);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return z.times(scale);
    }

    /** {@return −E[log p(X)], by quadrature} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.moments().entropy().plus(d.scale.log()));
    }

    /** {@return s√(π/2) L(−n²/(2s²)) with the Laguerre function of order ½, by quadrature} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.moments().excess().times(d.scale).plus(d.noncentrality));
    }

    /** {@return n² + 2s² − mean², by quadrature} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.moments().variance().times(d.scale.square()));
    }

    /** {@return the third central moment over variance^(3/2), by quadrature} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.moments().skewness());
    }

    /** {@return the fourth central moment over variance², less 3, by quadrature} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.moments().kurtosis());
    }

    /** {@return the root of x² = s² + nx I₁(nx/s²)/I₀(nx/s²)} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> RiceLaw.MODE.of(d.shape()).times(d.scale));
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor along =
                Draws.normal(key.foldIn(0), backend(), shape, DType.FLOAT64).plus(shape());
        Tensor across = Draws.normal(key.foldIn(1), backend(), shape, DType.FLOAT64);
        Tensor drawn = along.square().plus(across.square()).sqrt();
        return restore(RiceLaw.INSTANCE.moving(drawn.stopGradient(), shape()));
    }

    private RiceMoments moments() {
        return new RiceMoments(shape());
    }

    private Tensor shape() {
        return noncentrality.div(scale);
    }

    /** {@return the parameter n as it was given} */
    public Tensor noncentrality() {
        return noncentrality;
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }
}
