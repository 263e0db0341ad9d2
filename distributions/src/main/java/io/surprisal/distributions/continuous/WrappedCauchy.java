package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.ContinuousFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Wrapped Cauchy distributions of angles x within π of m, with density (1 − r²)/(2π(1 + r² − 2r cos(x − m))), where r is the mean resultant
 * length. r = 0 is the uniform distribution.
 *
 * <p>Angles are given in [m − π, m + π], outside of which the density is 0 by convention; {@link #turned} takes others there.
 *
 * <p>Mean, variance and kurtosis are those of the angle as a number in that interval, as SciPy has them; the circular variance is another
 * function.
 *
 * <p>Measured beyond r from 0.1 to 0.999, at 0, 1e-10 and 0.999999: as accurate there.
 */
public final class WrappedCauchy extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters location and concentration. */
    public static final Family<WrappedCauchy> FAMILY = Family.of(
            "WrappedCauchy",
            WrappedCauchy::new,
            Parameter.real("location"),
            new Parameter("concentration", Interval.PROBABILITY_BELOW_ONE));

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final Tensor location;
    private final Tensor concentration;

    private WrappedCauchy(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.location = parameters.get(0);
        this.concentration = parameters.get(1);
    }

    /**
     * {@return the wrapped Cauchy distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param location m, finite
     * @param concentration r, in [0, 1)
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static WrappedCauchy of(Tensor location, Tensor concentration) {
        return FAMILY.of(location, concentration);
    }

    /**
     * {@return one wrapped Cauchy distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param location m, finite
     * @param concentration r, in [0, 1)
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static WrappedCauchy of(Backend backend, double location, double concentration) {
        return FAMILY.of(backend, location, concentration);
    }

    @Override
    public Interval support() {
        return Interval.between(location.minus(Math.PI), location.plus(Math.PI));
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        // 1 + r² − 2r cos z = (1 − r)² + 4r sin²(z/2), which does not cancel at the peak.
        Tensor gap = concentration.neg().plus(1);
        Tensor sine = standardise(x).times(0.5).sin();
        Tensor below = gap.square().plus(sine.square().times(concentration).times(4));
        return gap.times(concentration.plus(1)).log().minus(below.log()).minus(LOG_TWO_PI);
    }

    @Override
    protected Tails tails() {
        return new WrappedCauchyTails(concentration);
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.minus(location);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return z.plus(location);
    }

    /** {@return log 2π(1 − r²)} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                d -> d.concentration.neg().log1p().plus(d.concentration.log1p()).plus(LOG_TWO_PI));
    }

    /** {@return m, the linear and the circular mean} */
    @Override
    public Tensor mean() {
        return location.broadcastTo(batchShape());
    }

    /** {@return E[(X − m)²] of the angle as a number in [m − π, m + π]; see {@link #circularVariance} for 1 − E[cos(X − m)]} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> WrappedCauchyMoments.MOMENTS.variance(d.circularVariance()));
    }

    /** {@return 0} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.constant(0));
    }

    /** {@return E[(X − m)⁴]/variance² − 3 of the angle as a number} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> WrappedCauchyMoments.MOMENTS.kurtosis(d.circularVariance()));
    }

    /** {@return 1 − E[cos(X − m)] = 1 − r, the circular variance} */
    public Tensor circularVariance() {
        return statistic(this, d -> d.concentration.neg().plus(1));
    }

    /** {@return m} */
    @Override
    public Tensor mode() {
        return location.broadcastTo(batchShape());
    }

    /**
     * {@return the same angles within π of the location, by whole turns}
     *
     * @param angles angles, of a shape that broadcasts with the batch shape
     */
    public Tensor turned(Tensor angles) {
        return Turns.within(angles, location);
    }

    /** {@return the parameter m as it was given} */
    public Tensor location() {
        return location;
    }

    /** {@return the parameter r as it was given} */
    public Tensor concentration() {
        return concentration;
    }
}
