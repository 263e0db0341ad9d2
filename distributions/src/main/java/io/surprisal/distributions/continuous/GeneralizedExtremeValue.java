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
 * Generalized extreme value distributions of maxima, with P(X ≤ x) = exp(−t), t = (1 + cz)^(−1/c), z = (x − m)/s, where 1 + cz &gt; 0. c &gt; 0 is Fréchet's
 * type with a lower end, c = 0 the Gumbel distribution, c &lt; 0 Weibull's type with an upper end m − s/c. (The sign of c is that of TensorFlow
 * Probability and Wikipedia, not that of SciPy.)
 *
 * <p>y = log(1 + cz)/c has the standard Gumbel distribution, by whose tails those of x are computed, without a break at c = 0.
 *
 * <p>Measured beyond ordinary parameters, at (location, scale, concentration) = (0, 1, 1e-9), (0, 1, -1e-4) and (0, 1, 0.01): relative
 * errors of at most 2e-15 beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class GeneralizedExtremeValue extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters location, scale and concentration. */
    public static final Family<GeneralizedExtremeValue> FAMILY = Family.of(
            "GeneralizedExtremeValue",
            GeneralizedExtremeValue::new,
            Parameter.real("location"),
            Parameter.positive("scale"),
            Parameter.real("concentration"));

    /** Euler's constant γ. */
    private static final double EULER = 0.57721566490153286061;

    private final Tensor location;
    private final Tensor scale;
    private final Tensor concentration;

    private GeneralizedExtremeValue(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.location = parameters.get(0);
        this.scale = parameters.get(1);
        this.concentration = parameters.get(2);
    }

    /**
     * {@return the Generalized Extreme Value distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param location m, finite
     * @param scale s, positive and finite
     * @param concentration c, finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static GeneralizedExtremeValue of(Tensor location, Tensor scale, Tensor concentration) {
        return FAMILY.of(location, scale, concentration);
    }

    /**
     * {@return one Generalized Extreme Value distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param location m, finite
     * @param scale s, positive and finite
     * @param concentration c, finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static GeneralizedExtremeValue of(Backend backend, double location, double scale, double concentration) {
        return FAMILY.of(backend, location, scale, concentration);
    }

    @Override
    public Interval support() {
        Tensor end =
                concentration.reciprocal().neg().times(scale).plus(location).stopGradient();
        Tensor low = Tensor.where(concentration.greater(0), end, infinite(Double.NEGATIVE_INFINITY));
        Tensor high = Tensor.where(concentration.less(0), end, infinite(Double.POSITIVE_INFINITY));
        return Interval.between(low, high);
    }

    private Tensor infinite(double value) {
        return backend().scalar(value, dtype());
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        Tensor z = x.minus(location).div(scale);
        Tensor y = BoxCox.log(z, concentration);
        // At y = −∞ the sum −(1 + c)y − e⁻ʸ would be ∞ − ∞; from −800 on e⁻ʸ is all there is.
        Tensor power = Tensor.where(y.less(-800), constant(0), BoxCox.logPower(z, concentration));
        return power.neg().minus(y.neg().exp()).minus(scale.log());
    }

    @Override
    protected Tails tails() {
        return new GumbelTails();
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return BoxCox.log(x.minus(location).div(scale), concentration);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return BoxCox.exp(z, concentration).times(scale).plus(location);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(HostMath.log(Draws.exponential(key, backend(), shape, DType.FLOAT64))
                .neg());
    }

    /** {@return log s + γ(c + 1) + 1} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                d -> d.scale.log().plus(d.concentration.plus(1).times(EULER)).plus(1));
    }

    /** {@return m + s(Γ(1 − c) − 1)/c, which is m + γs at c = 0; +∞ for c ≥ 1} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> {
            Tensor c = d.concentration;
            // (Γ(1 − c) − 1)/c as Box and Cox's transformation of log Γ(1 − c)/c: nothing cancels near c = 0.
            Tensor exponent = ExtremeMoments.MEAN_EXPONENT.of(c);
            Tensor value = BoxCox.exp(exponent, c).times(d.scale).plus(d.location);
            return Tensor.where(c.less(1), value, d.constant(Double.POSITIVE_INFINITY));
        });
    }

    /** {@return s²(Γ(1 − 2c) − Γ(1 − c)²)/c², which is π²s²/6 at c = 0; +∞ for c ≥ ½} */
    @Override
    public Tensor variance() {
        return statistic(
                this,
                d -> ExtremeMoments.VARIANCE.of(d.concentration).times(d.scale).times(d.scale));
    }

    /** {@return that of the moments Γ(1 − kc), with the sign of c; +∞ for c ≥ ⅓, NaN for c ≥ ½} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> ExtremeMoments.SKEWNESS.of(d.concentration));
    }

    /** {@return that of the moments Γ(1 − kc); +∞ for c ≥ ¼, NaN for c ≥ ½} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> ExtremeMoments.KURTOSIS.of(d.concentration));
    }

    /** {@return m + s((1 + c)⁻ᶜ − 1)/c; the upper end for c ≤ −1} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> {
            Tensor isInside = d.concentration.greater(-1);
            Tensor inner = Tensor.where(isInside, d.concentration, d.constant(0));
            Tensor end = Tensor.where(isInside, d.constant(-1), d.concentration)
                    .reciprocal()
                    .neg();
            Tensor z = Tensor.where(isInside, BoxCox.exp(inner.log1p().neg(), inner), end);
            return z.times(d.scale).plus(d.location);
        });
    }

    /** {@return the parameter m as it was given} */
    public Tensor location() {
        return location;
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }

    /** {@return the parameter c as it was given} */
    public Tensor concentration() {
        return concentration;
    }
}
