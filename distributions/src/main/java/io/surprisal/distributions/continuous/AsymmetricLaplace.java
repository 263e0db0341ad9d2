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
 * Asymmetric Laplace distributions with density exp(−kz)/(s(k + 1/k)) for z = (x − m)/s ≥ 0 and exp(z/k)/(s(k + 1/k)) below, on the real
 * line: the share k²/(1 + k²) of the probability lies below m. k = 1 is the Laplace distribution.
 *
 * <p>Measured beyond ordinary parameters, at (location, scale, asymmetry) = (0, 1, 1e-3) and (1, 2, 1e5): relative errors of at most 1e-16
 * beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class AsymmetricLaplace extends LocationScaleFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters location, scale and asymmetry. */
    public static final Family<AsymmetricLaplace> FAMILY = Family.of(
            "AsymmetricLaplace",
            AsymmetricLaplace::new,
            Parameter.real("location"),
            Parameter.positive("scale"),
            Parameter.positive("asymmetry"));

    private final Tensor asymmetry;

    private AsymmetricLaplace(List<Tensor> parameters) {
        super(FAMILY, parameters, 0);
        this.asymmetry = parameters.get(2);
    }

    /**
     * {@return the asymmetric Laplace distributions with these parameters, which broadcast to the batch shape} Values are checked, but not
     * inside a gradient call.
     *
     * @param location m, finite
     * @param scale s, positive and finite
     * @param asymmetry k, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static AsymmetricLaplace of(Tensor location, Tensor scale, Tensor asymmetry) {
        return FAMILY.of(location, scale, asymmetry);
    }

    /**
     * {@return one asymmetric Laplace distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param location m, finite
     * @param scale s, positive and finite
     * @param asymmetry k, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static AsymmetricLaplace of(Backend backend, double location, double scale, double asymmetry) {
        return FAMILY.of(backend, location, scale, asymmetry);
    }

    @Override
    public Interval support() {
        return Interval.REAL;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        Tensor z = standardise(x);
        Tensor rate = Tensor.where(z.less(0), asymmetry.reciprocal().neg(), asymmetry);
        return z.times(rate).neg().minus(scale().log()).minus(spread().log());
    }

    @Override
    protected Tails tails() {
        // Not so small or large that the reciprocal overflows.
        return new AsymmetricLaplaceTails(asymmetry.maximum(Double.MIN_NORMAL).minimum(1 / Double.MIN_NORMAL));
    }

    /** {@return 1 + log(s(k + 1/k))} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.scale().log().plus(d.spread().log()).plus(1));
    }

    /** {@return m + s(1/k − k)} */
    @Override
    public Tensor mean() {
        return statistic(
                this,
                d -> d.asymmetry
                        .reciprocal()
                        .minus(d.asymmetry)
                        .times(d.scale())
                        .plus(d.location()));
    }

    /** {@return s²(k² + 1/k²)} */
    @Override
    public Tensor variance() {
        return statistic(
                this,
                d -> d.asymmetry
                        .square()
                        .plus(d.asymmetry.reciprocal().square())
                        .times(d.scale().square()));
    }

    /** {@return 2(1/k³ − k³)/(k² + 1/k²)^(3/2)} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> {
            // 2(1 − u⁶)/(1 + u⁴)^(3/2) with u = k or 1/k below 1, whose powers do not overflow.
            Tensor u = d.smaller();
            Tensor square = u.square();
            Tensor cubes = u.neg()
                    .plus(1)
                    .times(u.plus(1))
                    .times(square.times(square.plus(1)).plus(1));
            Tensor spread = square.square().plus(1);
            Tensor size = cubes.times(2).div(spread.times(spread.sqrt()));
            return Tensor.where(d.asymmetry.less(1), size, size.neg());
        });
    }

    /** {@return 6(k⁴ + 1/k⁴)/(k² + 1/k²)²} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor fourth = d.smaller().square().square();
            return fourth.square().plus(1).times(6).div(fourth.plus(1).square());
        });
    }

    /** {@return m} */
    @Override
    public Tensor mode() {
        return location().broadcastTo(batchShape());
    }

    /** k, or 1/k where that is smaller. */
    private Tensor smaller() {
        return Tensor.where(asymmetry.less(1), asymmetry, asymmetry.reciprocal());
    }

    /** k + 1/k. */
    private Tensor spread() {
        return asymmetry.plus(asymmetry.reciprocal());
    }

    /** {@return the parameter k as it was given} */
    public Tensor asymmetry() {
        return asymmetry;
    }
}
