package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.continuous.BetaMath;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Power spherical distributions of unit vectors x of d ≥ 2 elements, with density (1 + μᵀx)^κ Γ(α + β)/(2^(α + β) π^β Γ(α)), α = β + κ, β =
 * (d − 1)/2, over the area of the sphere; μ is the mean direction and κ ≥ 0 the concentration. Much like von Mises–Fisher distributions, but ½(1
 * + μᵀx) is a beta variable, so that draws need no rejection and have all derivatives.
 *
 * <p>Vectors whose length is not 1 to 10⁻⁹ (10⁻⁵ in FLOAT32) have log-density −∞, as has −μ for κ &gt; 0; others count as their direction.
 *
 * <p>Accuracy: log-densities, entropies and moments within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for κ from 0 to
 * 1,000 and d from 2 to 100; on to κ = 10⁸ and d = 1,000 within 1e-12 in place of 1e-14.
 *
 * @see <a href="https://arxiv.org/abs/2006.04437">De Cao and Aziz, The power spherical distribution (2020)</a>
 */
public final class PowerSpherical extends Directional {
    /** The parameters direction and concentration. */
    public static final Family<PowerSpherical> FAMILY =
            Family.of("PowerSpherical", PowerSpherical::new, directionAndConcentration());

    private static final double LOG_2 = 0.69314718055994530942;

    private static final double LOG_PI = 1.1447298858494001741;

    private PowerSpherical(List<Tensor> parameters) {
        super(FAMILY, parameters);
    }

    /**
     * {@return the power spherical distributions with these parameters, whose batches broadcast} Values are checked, but not inside a gradient
     * call.
     *
     * @param direction μ, [batch…, d], of length 1
     * @param concentration κ, [batch…], at least 0 and finite
     * @throws IllegalArgumentException if a value is outside its domain, d is 1, or shapes, dtypes or backends do not fit
     */
    public static PowerSpherical of(Tensor direction, Tensor concentration) {
        return FAMILY.of(direction, concentration);
    }

    /** β. */
    private double half() {
        return 0.5 * (dimension() - 1);
    }

    /** α. */
    private Tensor alpha() {
        return concentration().plus(half());
    }

    /** The logarithm of the density at μ. */
    private Tensor logPeak() {
        return alpha().logGammaDifference(constant(half())).minus(half() * (2 * LOG_2 + LOG_PI));
    }

    /** ½(1 + μᵀx) is ¼‖x + μ‖², and 1 − ¼‖x − μ‖²: from the smaller of the two. */
    @Override
    Tensor logDensity(Tensor x) {
        Tensor near = x.minus(direction()).square().sum(-1).times(0.25);
        Tensor far = x.plus(direction()).square().sum(-1).times(0.25);
        Tensor isNear = near.less(0.5);
        Tensor half = constant(0.5);
        Tensor ofNear =
                concentration().times(Tensor.where(isNear, near, half).neg().log1p());
        Tensor ofFar = concentration().xlogy(Tensor.where(isNear, half, far));
        return Tensor.where(isNear, ofNear, ofFar).plus(logPeak());
    }

    @Override
    Tensor gap(RandomKey key, Shape shape) {
        Tensor logit = BetaMath.logitDraw(key, alpha(), constant(half()), shape);
        return HostMath.sigmoid(logit.neg()).times(2);
    }

    @Override
    Tensor meanLength() {
        return concentration().div(alpha().plus(half()));
    }

    @Override
    Tensor varianceAlong() {
        return varianceAcross().times(2 * half()).div(alpha().plus(half()));
    }

    @Override
    Tensor varianceAcross() {
        Tensor sum = alpha().plus(half());
        return alpha().times(2).div(sum.times(sum.plus(1)));
    }

    /** {@return κ(ψ(α + β) − ψ(α)) less the logarithm of the density at μ} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                Shape.scalar(),
                d -> d.concentration()
                        .times(d.alpha().digammaDifference(d.constant(d.half())))
                        .minus(d.logPeak()));
    }
}
