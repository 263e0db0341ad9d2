package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
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
 * Lévy distributions of the time at which Brownian motion first reaches a level, with density √(s/2π) (x − m)^(−3/2) exp(−s/(2(x − m))), on (m, ∞).
 *
 * <p>√(s/(x − m)) is the absolute value of a standard normal variable, by whose tails those of x are computed. Mean and variance are infinite.
 *
 * <p>Measured beyond ordinary parameters, at (location, scale) = (0, 1e-100), (1e5, 1e-3) and (1, 1e100): relative errors of at most 2e-16
 * beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class Levy extends ContinuousFamily implements HasEntropy, HasMoments, HasMode {
    /** The parameters location and scale. */
    public static final Family<Levy> FAMILY =
            Family.of("Levy", Levy::new, Parameter.real("location"), Parameter.positive("scale"));

    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** (1 + 3γ + log 16π)/2. */
    private static final double ENTROPY = 3.3244828013968899968;

    private final Tensor location;
    private final Tensor scale;

    private Levy(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.location = parameters.get(0);
        this.scale = parameters.get(1);
    }

    /**
     * {@return the Lévy distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param location m, the lower end, finite
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Levy of(Tensor location, Tensor scale) {
        return FAMILY.of(location, scale);
    }

    /**
     * {@return one Lévy distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param location m, the lower end, finite
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Levy of(Backend backend, double location, double scale) {
        return FAMILY.of(backend, location, scale);
    }

    @Override
    public Interval support() {
        return Interval.above(location);
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        // Not 0, where ∞ − ∞ would be NaN.
        Tensor z = x.minus(location).div(scale).maximum(Double.MIN_NORMAL);
        return z.log()
                .times(-1.5)
                .minus(z.times(2).reciprocal())
                .minus(scale.log())
                .minus(HALF_LOG_TWO_PI);
    }

    @Override
    protected Tails tails() {
        return new HalfNormalTails();
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return scale.div(x.minus(location)).sqrt();
    }

    @Override
    protected boolean isDecreasing() {
        return true;
    }

    @Override
    protected Tensor restore(Tensor z) {
        return scale.div(z.square()).plus(location);
    }

    /** m + s/z² with normal z. */
    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(Draws.normal(key, backend(), shape, DType.FLOAT64));
    }

    /** {@return (1 + 3γ + log 16πs²)/2} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.scale.log().plus(ENTROPY));
    }

    /** {@return +∞} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.constant(Double.POSITIVE_INFINITY));
    }

    /** {@return +∞} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.constant(Double.POSITIVE_INFINITY));
    }

    /** {@return m + s/3} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.scale.div(3).plus(d.location));
    }

    /** {@return the parameter m as it was given} */
    public Tensor location() {
        return location;
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }
}
