package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.LocationScaleFamily;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Cauchy distributions with density 1/(πs(1 + z²)), z = (x − m)/s, on the real line. They have no mean and no variance: moments are NaN, as
 * those of Student's t distribution with one degree of freedom are.
 *
 * <p>Measured beyond ordinary parameters, at (location, scale) = (0, 1e-100), (1e5, 1e-3) and (1, 1e100): relative errors of at most 2e-16
 * beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class Cauchy extends LocationScaleFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters location and scale. */
    public static final Family<Cauchy> FAMILY =
            Family.of("Cauchy", Cauchy::new, Parameter.real("location"), Parameter.positive("scale"));

    private static final double LOG_PI = 1.1447298858494001741;

    /** log 4π. */
    private static final double LOG_4_PI = 2.5310242469692907930;

    private Cauchy(List<Tensor> parameters) {
        super(FAMILY, parameters, 0);
    }

    /**
     * {@return the Cauchy distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param location m, the median, finite
     * @param scale s, half the distance of the quartiles, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Cauchy of(Tensor location, Tensor scale) {
        return FAMILY.of(location, scale);
    }

    /**
     * {@return one Cauchy distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param location m, the median, finite
     * @param scale s, half the distance of the quartiles, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Cauchy of(Backend backend, double location, double scale) {
        return FAMILY.of(backend, location, scale);
    }

    @Override
    public Interval support() {
        return Interval.REAL;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        Tensor size = standardise(x).abs();
        // Beyond 10¹⁰ the 1 does not count, and the square may overflow.
        Tensor isFar = size.greater(1e10);
        Tensor near = Tensor.where(isFar, constant(1), size).square().log1p();
        Tensor far = Tensor.where(isFar, size, constant(1)).log().times(2);
        return Tensor.where(isFar, far, near).plus(scale().log()).plus(LOG_PI).neg();
    }

    @Override
    protected Tails tails() {
        return new CauchyTails();
    }

    /** {@return log 4πs} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.scale().log().plus(LOG_4_PI));
    }

    /** {@return NaN, since E|X| is infinite} */
    @Override
    public Tensor mean() {
        return undefined();
    }

    /** {@return NaN, since there is no mean} */
    @Override
    public Tensor variance() {
        return undefined();
    }

    /** {@return NaN, since there is no mean} */
    @Override
    public Tensor skewness() {
        return undefined();
    }

    /** {@return NaN, since there is no mean} */
    @Override
    public Tensor kurtosis() {
        return undefined();
    }

    private Tensor undefined() {
        return statistic(this, d -> d.constant(Double.NaN));
    }

    /** {@return m} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.location());
    }
}
