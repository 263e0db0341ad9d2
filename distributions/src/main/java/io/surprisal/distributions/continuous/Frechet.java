package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.ContinuousFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.HostMath;
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
 * Fréchet distributions of maxima, with P(X ≤ x) = exp(−(x/s)⁻ᵃ), on (0, ∞).
 *
 * <p>(x/s)⁻ᵃ has the standard exponential distribution, by whose tails those of x are computed. The distribution is also the generalized
 * extreme value distribution with location s, scale s/a and concentration 1/a, which gives the moments.
 *
 * <p>Measured beyond ordinary parameters, at (concentration, scale) = (0.01, 1) and (1e5, 2): relative errors of at most 2e-16 beyond the
 * condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class Frechet extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters concentration and scale. */
    public static final Family<Frechet> FAMILY =
            Family.of("Frechet", Frechet::new, Parameter.positive("concentration"), Parameter.positive("scale"));

    /** Euler's constant γ. */
    private static final double EULER = 0.57721566490153286061;

    private final Tensor concentration;
    private final Tensor scale;

    private Frechet(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.concentration = parameters.get(0);
        this.scale = parameters.get(1);
    }

    /**
     * {@return the Fréchet distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param concentration a, positive and finite
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Frechet of(Tensor concentration, Tensor scale) {
        return FAMILY.of(concentration, scale);
    }

    /**
     * {@return one Fréchet distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param concentration a, positive and finite
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Frechet of(Backend backend, double concentration, double scale) {
        return FAMILY.of(backend, concentration, scale);
    }

    @Override
    public Interval support() {
        return Interval.POSITIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        // One ratio for both terms, so that its rounding cancels at the mode as they do; not 0, whose power times 0 is
        // NaN.
        Tensor z = x.div(scale).maximum(Double.MIN_NORMAL);
        Tensor terms = z.log().times(concentration.plus(1)).plus(z.pow(concentration.neg()));
        return concentration.log().minus(scale.log()).minus(terms);
    }

    @Override
    protected Tails tails() {
        return new ExponentialTails();
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.div(scale).pow(concentration.neg());
    }

    @Override
    protected boolean isDecreasing() {
        return true;
    }

    /** The exponential variable with probability 1 above it is −log 1 = −0, of which an odd negative power is −∞. */
    @Override
    protected Tensor restore(Tensor z) {
        return HostMath.pow(z.abs(), concentration.reciprocal().neg()).times(scale);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(Draws.exponential(key, backend(), shape, DType.FLOAT64));
    }

    /** {@return 1 + γ/a + γ + log(s/a)} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                d -> d.scale
                        .log()
                        .minus(d.concentration.log())
                        .plus(d.concentration.reciprocal().plus(1).times(EULER))
                        .plus(1));
    }

    /** {@return sΓ(1 − 1/a); +∞ for a ≤ 1} */
    @Override
    public Tensor mean() {
        return statistic(
                this,
                d -> new HeavyTail(d.concentration)
                        .mean(d.shape().neg().plus(1).logGamma().exp().times(d.scale)));
    }

    /** {@return s²(Γ(1 − 2/a) − Γ(1 − 1/a)²); +∞ for a ≤ 2} */
    @Override
    public Tensor variance() {
        return statistic(
                this,
                d -> ExtremeMoments.VARIANCE
                        .of(d.shape())
                        .times(d.scale.times(d.shape()))
                        .times(d.scale.times(d.shape())));
    }

    /** {@return that of the moments Γ(1 − k/a); +∞ for a ≤ 3, NaN for a ≤ 2} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> ExtremeMoments.SKEWNESS.of(d.shape()));
    }

    /** {@return that of the moments Γ(1 − k/a); +∞ for a ≤ 4, NaN for a ≤ 2} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> ExtremeMoments.KURTOSIS.of(d.shape()));
    }

    /** {@return s(1 + 1/a)^(−1/a)} */
    @Override
    public Tensor mode() {
        return statistic(
                this, d -> d.shape().log1p().times(d.shape()).neg().exp().times(d.scale));
    }

    private Tensor shape() {
        return concentration.reciprocal();
    }

    /** {@return the parameter a as it was given} */
    public Tensor concentration() {
        return concentration;
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }
}
