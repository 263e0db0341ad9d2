package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.LocationScaleFamily;
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
 * Skew-normal distributions with density 2φ(z)Φ(az)/s, z = (x − m)/s, on the real line. a = 0 is the normal distribution.
 *
 * <p>Measured beyond ordinary parameters, at (location, scale, skew) = (0, 1, 1e-3) and (0, 1, -1e6): relative errors of
 * at most 2e-13 beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class SkewNormal extends LocationScaleFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters location, scale and skew. */
    public static final Family<SkewNormal> FAMILY = Family.of(
            "SkewNormal",
            SkewNormal::new,
            Parameter.real("location"),
            Parameter.positive("scale"),
            Parameter.real("skew"));

    private final Tensor skew;

    private SkewNormal(List<Tensor> parameters) {
        super(FAMILY, parameters, 0);
        this.skew = parameters.get(2);
    }

    /**
     * {@return the skew-normal distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param location m, finite
     * @param scale s, positive and finite
     * @param skew a, finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static SkewNormal of(Tensor location, Tensor scale, Tensor skew) {
        return FAMILY.of(location, scale, skew);
    }

    /**
     * {@return one skew-normal distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param location m, finite
     * @param scale s, positive and finite
     * @param skew a, finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static SkewNormal of(Backend backend, double location, double scale, double skew) {
        return FAMILY.of(backend, location, scale, skew);
    }

    @Override
    public Interval support() {
        return Interval.REAL;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return SkewNormalLaw.INSTANCE.logDensity(standardise(x), List.of(skew)).minus(scale().log());
    }

    @Override
    protected Tails tails() {
        return SkewNormalLaw.INSTANCE.with(skew);
    }

    /** (a|N₁| + N₂)/√(1 + a²) with standard normal N₁ and N₂. */
    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor half =
                Draws.normal(key.foldIn(0), backend(), shape, DType.FLOAT64).abs();
        Tensor rest = Draws.normal(key.foldIn(1), backend(), shape, DType.FLOAT64);
        // Divided by the greater of |a| and 1, of which nothing overflows.
        Tensor large = skew.abs().maximum(1);
        Tensor drawn = half.times(skew.div(large)).plus(rest.div(large)).div(slant());
        return restore(SkewNormalLaw.INSTANCE.moving(drawn.stopGradient(), skew));
    }

    /** {@return −E[log p(X)], by quadrature} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                d -> SkewNormalLaw.STATISTICS.entropy(d.skew).plus(d.scale().log()));
    }

    /** {@return m + sz with the root of z = aφ(az)/Φ(az)} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.restore(SkewNormalLaw.MODE.of(d.skew)));
    }

    /** {@return m + s√(2/π)d, d = a/√(1 + a²)} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.shift().times(d.scale()).plus(d.location()));
    }

    /** {@return s²(1 − 2d²/π)} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.rest().times(d.scale().square()));
    }

    /** {@return ½(4 − π)(√(2/π)d)³/(1 − 2d²/π)^(3/2)} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.ratio().square().times(d.ratio()).times((4 - Math.PI) / 2));
    }

    /** {@return 2(π − 3)(√(2/π)d)⁴/(1 − 2d²/π)²} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.ratio().square().square().times(2 * (Math.PI - 3)));
    }

    /** √(2/π)d. */
    private Tensor shift() {
        return skew.div(skew.abs().maximum(1)).div(slant()).times(Math.sqrt(2 / Math.PI));
    }

    /** √(1 + a²) over the greater of |a| and 1. */
    private Tensor slant() {
        Tensor large = skew.abs().maximum(1);
        return skew.div(large).square().plus(large.reciprocal().square()).sqrt();
    }

    private Tensor rest() {
        return shift().square().neg().plus(1);
    }

    private Tensor ratio() {
        return shift().div(rest().sqrt());
    }

    /** {@return the parameter a as it was given} */
    public Tensor skew() {
        return skew;
    }
}
