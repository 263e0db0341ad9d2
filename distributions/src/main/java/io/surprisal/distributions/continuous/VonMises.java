package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.ContinuousFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Von Mises distributions of angles x within π of m, with density exp(k cos(x − m))/(2πI₀(k)). k = 0 is the uniform distribution; for large
 * k it is nearly normal with variance 1/k.
 *
 * <p>Angles are given in [m − π, m + π], outside of which the density is 0 by convention; {@link #turned} takes others there.
 *
 * <p>Mean, variance and kurtosis are those of the angle as a number in that interval, as SciPy has them; the circular variance is another
 * function.
 *
 * <p>Measured beyond k from 0.125 to 1,000, at 0, 1e-10 and 1e6: relative errors of at most 2e-13 in the tails, 1e-14 before.
 */
public final class VonMises extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters location and concentration. */
    public static final Family<VonMises> FAMILY = Family.of(
            "VonMises",
            VonMises::new,
            Parameter.real("location"),
            new Parameter("concentration", Interval.NOT_NEGATIVE));

    private final Tensor location;
    private final Tensor concentration;

    private VonMises(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.location = parameters.get(0);
        this.concentration = parameters.get(1);
    }

    /**
     * {@return the von Mises distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param location m, finite
     * @param concentration k, at least 0
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static VonMises of(Tensor location, Tensor concentration) {
        return FAMILY.of(location, concentration);
    }

    /**
     * {@return one von Mises distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param location m, finite
     * @param concentration k, at least 0
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static VonMises of(Backend backend, double location, double concentration) {
        return FAMILY.of(backend, location, concentration);
    }

    @Override
    public Interval support() {
        return Interval.between(location.minus(Math.PI), location.plus(Math.PI));
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return VonMisesLaw.INSTANCE.logDensity(standardise(x), List.of(concentration));
    }

    @Override
    protected Tails tails() {
        return VonMisesLaw.INSTANCE.with(concentration);
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.minus(location);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return z.plus(location);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(VonMisesLaw.INSTANCE.moving(VonMisesDraws.of(key, concentration, shape), concentration));
    }

    /** {@return log 2πI₀(k) − kI₁(k)/I₀(k)} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> VonMisesLaw.ENTROPY.of(d.concentration));
    }

    /** {@return m, the linear and the circular mean} */
    @Override
    public Tensor mean() {
        return location.broadcastTo(batchShape());
    }

    /** {@return E[(X − m)²] of the angle as a number in [m − π, m + π]; see {@link #circularVariance} for 1 − E[cos(X − m)]} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> VonMisesMoments.VARIANCE.of(d.concentration));
    }

    /** {@return 0} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.constant(0));
    }

    /** {@return E[(X − m)⁴]/variance² − 3 of the angle as a number} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> VonMisesMoments.KURTOSIS.of(d.concentration));
    }

    /** {@return 1 − E[cos(X − m)] = 1 − I₁(k)/I₀(k), the circular variance} */
    public Tensor circularVariance() {
        return statistic(this, d -> VonMisesMoments.SPREAD.of(d.concentration));
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

    /** {@return the parameter k as it was given} */
    public Tensor concentration() {
        return concentration;
    }
}
