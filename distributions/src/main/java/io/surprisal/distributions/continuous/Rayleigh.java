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
 * Rayleigh distributions, of the length of a vector of two normal variables, with density z exp(−z²/2)/s, z = x/s, on [0, ∞).
 *
 * <p>z²/2 has the standard exponential distribution, by whose tails those of x are computed. The log-density is −∞ at 0.
 *
 * <p>Measured beyond ordinary parameters, at scale = 1e-100 and 1e100: relative errors of at most 1e-16 beyond the condition number's
 * (absolute where log-densities, entropies and moments are below 1).
 */
public final class Rayleigh extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameter scale. */
    public static final Family<Rayleigh> FAMILY = Family.of("Rayleigh", Rayleigh::new, Parameter.positive("scale"));

    /** 1 − ½ log 2 + γ/2. */
    private static final double ENTROPY = 0.94203424217079366427;

    /** √(π/2). */
    private static final double MEAN = 1.2533141373155002512;

    /** 2√π(π − 3)/(4 − π)^(3/2). */
    private static final double SKEWNESS = 0.63111065781893713819;

    /** −(6π² − 24π + 16)/(4 − π)². */
    private static final double KURTOSIS = 0.24508930068763806286;

    private final Tensor scale;

    private Rayleigh(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.scale = parameters.get(0);
    }

    /**
     * {@return the Rayleigh distributions with these scales, which have the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param scale s, the standard deviation of each of the two, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Rayleigh of(Tensor scale) {
        return FAMILY.of(scale);
    }

    /**
     * {@return one Rayleigh distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param scale s, the standard deviation of each of the two, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Rayleigh of(Backend backend, double scale) {
        return FAMILY.of(backend, scale);
    }

    @Override
    public Interval support() {
        return Interval.NOT_NEGATIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        // Not ∞, whose logarithm less its square is NaN.
        Tensor z = x.div(scale).minimum(Double.MAX_VALUE);
        return z.log().minus(z.square().times(0.5)).minus(scale.log());
    }

    @Override
    protected Tails tails() {
        return new ExponentialTails();
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.div(scale).square().times(0.5);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return z.times(2).sqrt().times(scale);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(Draws.exponential(key, backend(), shape, DType.FLOAT64));
    }

    /** {@return 1 + log(s/√2) + γ/2} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.scale.log().plus(ENTROPY));
    }

    /** {@return s√(π/2)} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.scale.times(MEAN));
    }

    /** {@return (4 − π)s²/2} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.scale.square().times((4 - Math.PI) / 2));
    }

    /** {@return 2√π(π − 3)/(4 − π)^(3/2)} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.constant(SKEWNESS));
    }

    /** {@return −(6π² − 24π + 16)/(4 − π)²} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.constant(KURTOSIS));
    }

    /** {@return s} */
    @Override
    public Tensor mode() {
        return scale.broadcastTo(batchShape());
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }
}
