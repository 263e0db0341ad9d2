package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.AdaptiveIntegral;
import io.surprisal.distributions.family.CentralMoments;
import io.surprisal.distributions.family.ContinuousFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Tails;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Log-uniform (reciprocal) distributions, of the exponential of a uniform variable, with density 1/(x log(b/a)), on [a, b].
 *
 * <p>Measured beyond ordinary parameters, at (low, high) = (1e-30, 1e30) and (1, 1.00001): relative errors of at most 7e-15 beyond the
 * condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class LogUniform extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters low and high. */
    public static final Family<LogUniform> FAMILY = Family.of(
                    "LogUniform", LogUniform::new, Parameter.positive("low"), Parameter.positive("high"))
            .ordered("low", "high");

    /** Of w = log(b/a), of x/b = exp(w(u − ½)) with u uniform on [−½, ½]. */
    private static final CentralMoments MOMENTS = CentralMoments.of(
            "LogUniform",
            1,
            w -> Math.exp(-0.5 * w[0]),
            (of, w) -> AdaptiveIntegral.over(
                    u -> of.applyAsDouble(Math.exp(-0.5 * w[0]) * Math.expm1(w[0] * u)), -0.5, 0, 0.5));

    private final Tensor low;
    private final Tensor high;

    private LogUniform(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.low = parameters.get(0);
        this.high = parameters.get(1);
    }

    /**
     * {@return the log-uniform distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param low a, positive and finite
     * @param high b, above low, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static LogUniform of(Tensor low, Tensor high) {
        return FAMILY.of(low, high);
    }

    /**
     * {@return one log-uniform distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param low a, positive and finite
     * @param high b, above low, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static LogUniform of(Backend backend, double low, double high) {
        return FAMILY.of(backend, low, high);
    }

    @Override
    public Interval support() {
        return Interval.between(low, high);
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return x.log().plus(width().log()).neg();
    }

    @Override
    protected Tails tails() {
        return new LogUniformTails(low, high);
    }

    /** {@return ½ log ab + log log(b/a)} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                d -> d.low.log().plus(d.high.log()).times(0.5).plus(d.width().log()));
    }

    /** {@return (b − a)/log(b/a)} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.high.minus(d.low).div(d.width()));
    }

    /** {@return ½(b² − a²)/log(b/a) less the squared mean, which is the squared mean times h coth h − 1, h = ½ log(b/a)} */
    @Override
    public Tensor variance() {
        return statistic(
                this,
                d -> d.high.minus(d.low)
                        .div(d.width())
                        .square()
                        .times(Langevin.TIMES_ARGUMENT.of(d.width().times(0.5))));
    }

    /** {@return the third central moment over variance^(3/2), by quadrature} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> MOMENTS.skewness(d.width()));
    }

    /** {@return the fourth central moment over variance², less 3, by quadrature} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> MOMENTS.kurtosis(d.width()));
    }

    /** {@return a} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.low);
    }

    /** log(b/a). */
    private Tensor width() {
        return LogRatio.of(high, low);
    }

    /** {@return the parameter a as it was given} */
    public Tensor low() {
        return low;
    }

    /** {@return the parameter b as it was given} */
    public Tensor high() {
        return high;
    }
}
