package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.HostMath;
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
 * Generalized normal (exponential power) distributions with density exp(−|z|ᵇ)/(2sΓ(1 + 1/b)), z = (x − m)/s, on the real line: b = 1 is
 * the Laplace distribution, b = 2 the normal one with standard deviation s/√2, and large b nearly the uniform one.
 *
 * <p>Measured beyond b from 0.1 to 1,000, at 0.03: relative errors of at most 4e-14.
 */
public final class GeneralizedNormal extends LocationScaleFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters location, scale and power. */
    public static final Family<GeneralizedNormal> FAMILY = Family.of(
            "GeneralizedNormal",
            GeneralizedNormal::new,
            Parameter.real("location"),
            Parameter.positive("scale"),
            Parameter.positive("power"));

    private final Tensor power;

    private GeneralizedNormal(List<Tensor> parameters) {
        super(FAMILY, parameters, 0);
        this.power = parameters.get(2);
    }

    /**
     * {@return the generalized normal distributions with these parameters, which broadcast to the batch shape} Values are checked, but
     * not inside a gradient call.
     *
     * @param location m, finite
     * @param scale s, positive and finite
     * @param power b, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static GeneralizedNormal of(Tensor location, Tensor scale, Tensor power) {
        return FAMILY.of(location, scale, power);
    }

    /**
     * {@return one generalized normal distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param location m, finite
     * @param scale s, positive and finite
     * @param power b, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static GeneralizedNormal of(Backend backend, double location, double scale, double power) {
        return FAMILY.of(backend, location, scale, power);
    }

    @Override
    public Interval support() {
        return Interval.REAL;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return GeneralizedNormalLaw.INSTANCE
                .logDensity(standardise(x), List.of(power))
                .minus(scale().log());
    }

    @Override
    protected Tails tails() {
        return GeneralizedNormalLaw.INSTANCE.with(power);
    }

    /** ±G^(1/b) with gamma G of shape 1/b. */
    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor size =
                HostMath.exp(GammaMath.logDraw(key.foldIn(0), inverse(), shape).div(power));
        Tensor isLeft =
                Draws.uniform(key.foldIn(1), backend(), shape, DType.FLOAT64).less(0.5);
        return restore(Tensor.where(isLeft, size.neg(), size));
    }

    /** {@return 1/b + log 2sΓ(1 + 1/b)} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                d -> d.inverse()
                        .plus(d.inverse().plus(1).logGamma())
                        .plus(d.scale().log())
                        .plus(Math.log(2)));
    }

    /** {@return m} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.location());
    }

    /** {@return s²Γ(3/b)/Γ(1/b)} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.logSquare().exp().times(d.scale()).times(d.scale()));
    }

    /** {@return 0} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.constant(0));
    }

    /** {@return Γ(5/b)Γ(1/b)/Γ(3/b)² − 3} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor a = d.inverse();
            Tensor logFourthOverSquare = a.times(3).logGammaDifference(a.times(2));
            return logFourthOverSquare.minus(d.logSquare()).exp().minus(3);
        });
    }

    /** {@return m} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.location());
    }

    private Tensor inverse() {
        return power.reciprocal();
    }

    /** The logarithm of the mean square at scale 1. */
    private Tensor logSquare() {
        return inverse().logGammaDifference(inverse().times(2));
    }

    /** {@return the parameter b as it was given} */
    public Tensor power() {
        return power;
    }
}
