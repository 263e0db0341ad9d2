package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.ContinuousFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Half-Cauchy distributions, of the absolute value of a Cauchy variable, with density 2/(πs(1 + z²)), z = x/s, on [0, ∞): the usual prior
 * of scales.
 *
 * <p>Mean and variance are infinite.
 *
 * <p>Measured beyond ordinary parameters, at scale = 1e-100 and 1e100: relative errors of at most 2e-16 beyond the condition number's
 * (absolute where log-densities, entropies and moments are below 1).
 */
public final class HalfCauchy extends ContinuousFamily implements HasEntropy, HasMoments, HasMode {
    /** The parameter scale. */
    public static final Family<HalfCauchy> FAMILY =
            Family.of("HalfCauchy", HalfCauchy::new, Parameter.positive("scale"));

    private static final double LOG_TWO_OVER_PI = Math.log(2 / Math.PI);
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final Tensor scale;

    private HalfCauchy(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.scale = parameters.get(0);
    }

    /**
     * {@return the half-Cauchy distributions with these scales, which have the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static HalfCauchy of(Tensor scale) {
        return FAMILY.of(scale);
    }

    /**
     * {@return one half-Cauchy distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static HalfCauchy of(Backend backend, double scale) {
        return FAMILY.of(backend, scale);
    }

    @Override
    public Interval support() {
        return Interval.NOT_NEGATIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        Tensor z = standardise(x);
        // log(1 + z²) without a square that overflows: of the larger of z and 1, and of the ratio of the smaller to it.
        Tensor large = z.maximum(1);
        Tensor ratio = z.minimum(1).div(large);
        Tensor logSquare = large.log().times(2).plus(ratio.square().log1p());
        return logSquare.neg().minus(scale.log()).plus(LOG_TWO_OVER_PI);
    }

    @Override
    protected Tails tails() {
        return new HalfCauchyTails();
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.div(scale);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return z.times(scale);
    }

    /** {@return log 2πs} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.scale.log().plus(LOG_TWO_PI));
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

    /** {@return 0} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.constant(0));
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }
}
