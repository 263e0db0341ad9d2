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
 * Inverse Gaussian (Wald) distributions of the time at which Brownian motion with drift first reaches a level, with density
 * √(c/(2πx³)) exp(−c(x − m)²/(2m²x)), on (0, ∞).
 *
 * <p>The log-density is −∞ at 0.
 *
 * <p>Measured beyond c/m from 0.1 to 1,000, at 1e-5 and 1e6: relative errors of at most 2e-13 in the tails, 2e-15 before.
 */
public final class InverseGaussian extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters mean and concentration. */
    public static final Family<InverseGaussian> FAMILY = Family.of(
            "InverseGaussian", InverseGaussian::new, Parameter.positive("mean"), Parameter.positive("concentration"));

    /** Values of x/m below it, and their squares, change nothing beside 1. */
    private static final double TINY = 1e-290;

    private final Tensor mean;
    private final Tensor concentration;

    private InverseGaussian(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.mean = parameters.get(0);
        this.concentration = parameters.get(1);
    }

    /**
     * {@return the inverse Gaussian distributions with these parameters, which broadcast to the batch shape} Values are checked, but not
     * inside a gradient call.
     *
     * @param mean m, positive and finite
     * @param concentration c, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static InverseGaussian of(Tensor mean, Tensor concentration) {
        return FAMILY.of(mean, concentration);
    }

    /**
     * {@return one inverse Gaussian distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param mean m, positive and finite
     * @param concentration c, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static InverseGaussian of(Backend backend, double mean, double concentration) {
        return FAMILY.of(backend, mean, concentration);
    }

    @Override
    public Interval support() {
        return Interval.POSITIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        Tensor z = standardise(x);
        Tensor isTiny = z.less(TINY);
        // Not ∞, of which two terms would be, and their difference NaN.
        Tensor usual = InverseGaussianLaw.INSTANCE
                .logDensity(Tensor.where(isTiny, constant(1), z).minimum(Double.MAX_VALUE), List.of(shape()))
                .minus(mean.log());
        return Tensor.where(isTiny, logDensityNearZero(Tensor.where(isTiny, x, mean)), usual);
    }

    /** ½ log(c/(2πx³)) − c/(2x): Lévy's density, which the mean no longer bends, without x/m, which may have lost its digits. */
    private Tensor logDensityNearZero(Tensor x) {
        return concentration
                .log()
                .minus(x.log().times(3))
                .minus(concentration.div(x))
                .times(0.5)
                .minus(MillsRatio.HALF_LOG_TWO_PI);
    }

    @Override
    protected Tails tails() {
        return InverseGaussianLaw.INSTANCE.with(shape());
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.div(mean);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return z.times(mean);
    }

    /** One of the two z with c(z − 1)²/z = N², by their probabilities given N (Michael, Schucany and Haas 1976); their product is 1. */
    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor normal = Draws.normal(key.foldIn(0), backend(), shape, DType.FLOAT64);
        Tensor half = normal.square().div(shape()).times(0.5);
        Tensor reciprocal = half.times(half.plus(2)).sqrt().plus(half).plus(1);
        Tensor lesser = reciprocal.reciprocal();
        Tensor uniform = Draws.uniform(key.foldIn(1), backend(), shape, DType.FLOAT64);
        Tensor isLesser = uniform.times(lesser.plus(1)).less(1);
        Tensor drawn = Tensor.where(isLesser, lesser, reciprocal);
        return restore(InverseGaussianLaw.INSTANCE.moving(drawn.stopGradient(), shape()));
    }

    /** {@return ½ log(2πm³/c) + ½ − (3/2) exp(2c/m) E₁(2c/m)} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                d -> d.mean.log()
                        .minus(d.shape().log().times(0.5))
                        .plus(0.5 + MillsRatio.HALF_LOG_TWO_PI)
                        .minus(d.shape().times(2).e1Scaled().times(1.5)));
    }

    /** {@return m} */
    @Override
    public Tensor mean() {
        return mean.broadcastTo(batchShape());
    }

    /** {@return m³/c} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.mean.square().div(d.shape()));
    }

    /** {@return 3√(m/c)} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.shape().sqrt().reciprocal().times(3));
    }

    /** {@return 15m/c} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.shape().reciprocal().times(15));
    }

    /** {@return m(√(1 + r²) − r), r = 3m/(2c)} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> {
            Tensor r = d.shape().reciprocal().times(1.5);
            // √(1 + r²) − r as a reciprocal, which does not cancel.
            return d.mean.div(r.square().plus(1).sqrt().plus(r));
        });
    }

    /** c/m, the shape of x/m; beyond these bounds nothing changes that a double can hold, but for what is near 0 at the lower one. */
    private Tensor shape() {
        return concentration.div(mean).maximum(1e-300).minimum(1e300);
    }

    /** {@return the parameter c as it was given} */
    public Tensor concentration() {
        return concentration;
    }
}
