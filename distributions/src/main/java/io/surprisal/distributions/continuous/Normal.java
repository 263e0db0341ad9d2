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
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Normal distributions with density exp(−½((x − μ)/σ)²) / (σ√(2π)), on the real line.
 *
 * <p>The log-density is −∞ at ±∞. Draws are μ + σz with the z of {@link Draws#normal(RandomKey, Backend, Shape, io.surprisal.tensor.DType)}, in
 * the parameters' dtype.
 *
 * <p>Measured beyond ordinary parameters, at (mean, scale) = (0, 1e-100), (1e5, 1e-3) and (1, 1e100): relative errors of at most 1e-16
 * beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class Normal extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters mean and scale. */
    public static final Family<Normal> FAMILY =
            Family.of("Normal", Normal::new, Parameter.real("mean"), Parameter.positive("scale"));

    /** ½ log 2πe. */
    private static final double HALF_LOG_TWO_PI_E = 1.4189385332046727418;

    private final Tensor mean;
    private final Tensor scale;

    private Normal(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.mean = parameters.get(0);
        this.scale = parameters.get(1);
    }

    /**
     * {@return the normal distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param mean μ, finite
     * @param scale the standard deviation σ, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Normal of(Tensor mean, Tensor scale) {
        return FAMILY.of(mean, scale);
    }

    /**
     * {@return one normal distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param mean μ, finite
     * @param scale the standard deviation σ, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Normal of(Backend backend, double mean, double scale) {
        return FAMILY.of(backend, mean, scale);
    }

    /**
     * {@return as {@link #of(Tensor, Tensor)}, without a look at the values: for parameters that are in their domain by construction,
     * where a synchronisation with the device would be felt}
     *
     * @param mean μ, finite
     * @param scale the standard deviation σ, positive and finite
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    public static Normal unchecked(Tensor mean, Tensor scale) {
        return FAMILY.unchecked(mean, scale);
    }

    @Override
    public Interval support() {
        return Interval.REAL;
    }

    /** By the fused kernel in the parameters' dtype: nothing in it cancels. */
    @Override
    public Tensor logProbSummed(Tensor x, int axes) {
        requireFit("x", x);
        return x.normalLogProb(mean, scale, axes);
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return x.normalLogProb(mean, scale, 0);
    }

    @Override
    protected Tails tails() {
        return new NormalTails();
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.minus(mean).div(scale);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return z.times(scale).plus(mean);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(Draws.normal(key, backend(), shape, dtype()));
    }

    @Override
    protected Tensor drawInOwnType(RandomKey key, Shape shape) {
        return draw(key, shape);
    }

    /** {@return ½ log 2πe + log σ} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.scale.log().plus(HALF_LOG_TWO_PI_E));
    }

    /** {@return μ, of the batch shape} */
    @Override
    public Tensor mean() {
        return mean.broadcastTo(batchShape());
    }

    /** {@return σ², of the batch shape} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.scale.square());
    }

    /** {@return σ, of the batch shape} */
    @Override
    public Tensor standardDeviation() {
        return scale.broadcastTo(batchShape());
    }

    /** {@return 0} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.constant(0));
    }

    /** {@return 0} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.constant(0));
    }

    /** {@return μ, of the batch shape} */
    @Override
    public Tensor mode() {
        return mean();
    }

    /** {@return the parameter σ as it was given, which broadcasts to the batch shape} */
    public Tensor scale() {
        return scale;
    }

    /** {@return the parameter μ as it was given, which broadcasts to the batch shape} */
    public Tensor location() {
        return mean;
    }
}
