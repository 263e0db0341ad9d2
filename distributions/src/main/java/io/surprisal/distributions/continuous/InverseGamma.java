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
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Inverse gamma distributions, of the reciprocal of a gamma variable, with density bᵃx⁻ᵃ⁻¹e^(−b/x)/Γ(a), on (0, ∞): the conjugate prior
 * of a normal variance.
 *
 * <p>b/x has the gamma distribution with shape a and rate 1, by whose tails those of x are computed. Moments of order n are ∞ for a ≤ n.
 *
 * <p>Measured beyond a from 0.1 to 1,000, at 1e5: relative errors of at most 4e-13 in the tails, 1e-14 before.
 */
public final class InverseGamma extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters concentration and scale. */
    public static final Family<InverseGamma> FAMILY = Family.of(
            "InverseGamma", InverseGamma::new, Parameter.positive("concentration"), Parameter.positive("scale"));

    private final Tensor concentration;
    private final Tensor scale;

    private InverseGamma(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.concentration = parameters.get(0);
        this.scale = parameters.get(1);
    }

    /**
     * {@return the inverse gamma distributions with these parameters, which broadcast to the batch shape} Values are checked, but not
     * inside a gradient call.
     *
     * @param concentration a, positive and finite
     * @param scale b, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static InverseGamma of(Tensor concentration, Tensor scale) {
        return FAMILY.of(concentration, scale);
    }

    /**
     * {@return one inverse gamma distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param concentration a, positive and finite
     * @param scale b, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static InverseGamma of(Backend backend, double concentration, double scale) {
        return FAMILY.of(backend, concentration, scale);
    }

    @Override
    public Interval support() {
        return Interval.POSITIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        // Not ∞, whose terms would cancel to NaN.
        return GammaMath.logDensityOfLog(concentration, standardise(x).minimum(Double.MAX_VALUE))
                .minus(x.log());
    }

    @Override
    protected Tails tails() {
        return new GammaTails(concentration);
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return scale.div(x);
    }

    @Override
    protected boolean isDecreasing() {
        return true;
    }

    @Override
    protected Tensor restore(Tensor z) {
        return scale.div(z);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return scale.times(
                HostMath.exp(GammaMath.logDraw(key, concentration, shape).neg()));
    }

    /** {@return a + log b + log Γ(a) − (1 + a)ψ(a)} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                d -> GammaMath.entropy(d.concentration)
                        .minus(d.concentration.digamma().times(2))
                        .plus(d.scale.log()));
    }

    /** {@return b/(a − 1); +∞ for a ≤ 1} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.moments().mean(d.scale.div(d.concentration.minus(1))));
    }

    /** {@return b²/((a − 1)²(a − 2)); +∞ for a ≤ 2} */
    @Override
    public Tensor variance() {
        return statistic(
                this,
                d -> d.moments()
                        .variance(d.scale.div(d.concentration.minus(1)).square().div(d.concentration.minus(2))));
    }

    /** {@return 4√(a − 2)/(a − 3); +∞ for a ≤ 3, NaN for a ≤ 2} */
    @Override
    public Tensor skewness() {
        return statistic(
                this,
                d -> d.moments()
                        .skewness(d.concentration.minus(2).sqrt().times(4).div(d.concentration.minus(3))));
    }

    /** {@return 6(5a − 11)/((a − 3)(a − 4)); +∞ for a ≤ 4, NaN for a ≤ 2} */
    @Override
    public Tensor kurtosis() {
        return statistic(
                this,
                d -> d.moments()
                        .kurtosis(d.concentration
                                .times(5)
                                .minus(11)
                                .times(6)
                                .div(d.concentration.minus(3).times(d.concentration.minus(4)))));
    }

    /** {@return b/(a + 1)} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.scale.div(d.concentration.plus(1)));
    }

    private HeavyTail moments() {
        return new HeavyTail(concentration);
    }

    /** {@return the parameter a as it was given} */
    public Tensor concentration() {
        return concentration;
    }

    /** {@return the parameter b as it was given} */
    public Tensor scale() {
        return scale;
    }
}
