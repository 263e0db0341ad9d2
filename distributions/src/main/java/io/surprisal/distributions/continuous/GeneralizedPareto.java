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
 * Generalized Pareto distributions of what exceeds a threshold, with density (1 + cz)^(−1 − 1/c)/s, z = (x − m)/s: from m on, and up to m − s/c where
 * c &lt; 0. c = 0 is the exponential distribution, c = −1 the uniform one.
 *
 * <p>y = log(1 + cz)/c has the standard exponential distribution, by whose tails those of x are computed, without a break at c = 0.
 *
 * <p>Measured beyond ordinary parameters, at (location, scale, concentration) = (0, 1, 1e-9), (0, 1, -1e-4) and (0, 2, 1e-20): relative
 * errors of at most 2e-16 beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class GeneralizedPareto extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters location, scale and concentration. */
    public static final Family<GeneralizedPareto> FAMILY = Family.of(
            "GeneralizedPareto",
            GeneralizedPareto::new,
            Parameter.real("location"),
            Parameter.positive("scale"),
            Parameter.real("concentration"));

    private final Tensor location;
    private final Tensor scale;
    private final Tensor concentration;

    private GeneralizedPareto(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.location = parameters.get(0);
        this.scale = parameters.get(1);
        this.concentration = parameters.get(2);
    }

    /**
     * {@return the Generalized Pareto distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param location m, the threshold, finite
     * @param scale s, positive and finite
     * @param concentration c, finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static GeneralizedPareto of(Tensor location, Tensor scale, Tensor concentration) {
        return FAMILY.of(location, scale, concentration);
    }

    /**
     * {@return one Generalized Pareto distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param location m, the threshold, finite
     * @param scale s, positive and finite
     * @param concentration c, finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static GeneralizedPareto of(Backend backend, double location, double scale, double concentration) {
        return FAMILY.of(backend, location, scale, concentration);
    }

    @Override
    public Interval support() {
        Tensor end = Tensor.where(
                concentration.less(0),
                concentration.reciprocal().neg().times(scale).plus(location),
                location.backend().scalar(Double.POSITIVE_INFINITY, dtype()));
        return Interval.between(location, end.stopGradient());
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        Tensor z = x.minus(location).div(scale);
        return BoxCox.logPower(z, concentration).neg().minus(scale.log());
    }

    @Override
    protected Tails tails() {
        return new ExponentialTails();
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return BoxCox.log(x.minus(location).div(scale), concentration);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return BoxCox.exp(z, concentration).times(scale).plus(location);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(Draws.exponential(key, backend(), shape, DType.FLOAT64));
    }

    /** {@return log s + c + 1} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.scale.log().plus(d.concentration).plus(1));
    }

    /** {@return m + s/(1 − c); +∞ for c ≥ 1} */
    @Override
    public Tensor mean() {
        return statistic(
                this,
                d -> d.where(1, d.scale.div(d.concentration.neg().plus(1)).plus(d.location), Double.POSITIVE_INFINITY));
    }

    /** {@return s²/((1 − c)²(1 − 2c)); +∞ for c ≥ ½} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> {
            Tensor c = d.concentration;
            Tensor root = d.scale.div(c.neg().plus(1));
            return d.where(2, root.square().div(c.times(-2).plus(1)), Double.POSITIVE_INFINITY);
        });
    }

    /** {@return 2(1 + c)√(1 − 2c)/(1 − 3c); +∞ for c ≥ ⅓, NaN for c ≥ ½} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> {
            Tensor c = d.concentration;
            Tensor root = c.times(-2).plus(1).maximum(0).sqrt();
            Tensor value = c.plus(1).times(2).times(root).div(c.times(-3).plus(1));
            return d.where(2, d.where(3, value, Double.POSITIVE_INFINITY), Double.NaN);
        });
    }

    /** {@return 6(1 + c − 6c² − 2c³)/((1 − 3c)(1 − 4c)); +∞ for c ≥ ¼, NaN for c ≥ ½} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor c = d.concentration;
            // Over a common denominator, so that nothing cancels near c = 0.
            Tensor above =
                    c.times(c.times(c.times(-2).minus(6)).plus(1)).plus(1).times(6);
            Tensor below = c.times(-3).plus(1).times(c.times(-4).plus(1));
            return d.where(2, d.where(4, above.div(below), Double.POSITIVE_INFINITY), Double.NaN);
        });
    }

    /** {@return m; the other end for c &lt; −1} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> {
            Tensor isEnd = d.concentration.less(-1);
            Tensor c = Tensor.where(isEnd, d.concentration, d.constant(-1));
            return Tensor.where(isEnd, c.reciprocal().neg().times(d.scale).plus(d.location), d.location);
        });
    }

    /** Where the moment of this order exists, the value. */
    private Tensor where(int order, Tensor value, double otherwise) {
        return Tensor.where(concentration.less(1.0 / order), value, constant(otherwise));
    }

    /** {@return the parameter m as it was given} */
    public Tensor location() {
        return location;
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }

    /** {@return the parameter c as it was given} */
    public Tensor concentration() {
        return concentration;
    }
}
