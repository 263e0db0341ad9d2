package io.surprisal.distributions.discrete;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.DiscreteFamily;
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
 * Uniform distributions of whole numbers, with probabilities 1/n for k = low, …, high: both ends are outcomes, and n = high − low + 1.
 *
 * <p>Measured beyond ordinary parameters, at (low, high) = (−2⁵¹, 2⁵¹): relative errors of at most 2e-16. From n = 2⁵³ on n is no double.
 *
 * <p>Draws are as uniform as 52 random bits allow: for n up to 2³² each number has its probability to within 2⁻²⁰ of it.
 */
public final class DiscreteUniform extends DiscreteFamily
        implements HasEntropy, HasHigherMoments, HasMode, EnumerableSupport {
    /** The parameters low and high. */
    public static final Family<DiscreteUniform> FAMILY = Family.of(
                    "DiscreteUniform",
                    DiscreteUniform::new,
                    new Parameter("low", Interval.REAL.whole()),
                    new Parameter("high", Interval.REAL.whole()))
            .orderedOrEqual("low", "high");

    private final Tensor low;
    private final Tensor high;

    private DiscreteUniform(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.low = parameters.get(0);
        this.high = parameters.get(1);
    }

    /**
     * {@return the uniform distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param low the lowest outcome, a whole number
     * @param high the highest outcome, a whole number, at least {@code low}
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static DiscreteUniform of(Tensor low, Tensor high) {
        return FAMILY.of(low, high);
    }

    /**
     * {@return one uniform distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param low the lowest outcome, a whole number
     * @param high the highest outcome, a whole number, at least {@code low}
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static DiscreteUniform of(Backend backend, double low, double high) {
        return FAMILY.of(backend, low, high);
    }

    /** {@return the parameter low as it was given} */
    public Tensor low() {
        return low;
    }

    /** {@return the parameter high as it was given} */
    public Tensor high() {
        return high;
    }

    @Override
    public Interval support() {
        return Interval.between(low, high).whole();
    }

    /** {@return low, …, high} */
    @Override
    public Tensor enumerateSupport() {
        return FiniteSupport.from("DiscreteUniform", low, "high", high, batchShape());
    }

    private Tensor count() {
        return high.minus(low).plus(1);
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return x.times(0).minus(count().log());
    }

    @Override
    protected Tails tails() {
        return DiscreteUniformLaw.INSTANCE.with(low, high);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor u = Draws.uniform(key, backend(), shape, DType.FLOAT64);
        return u.times(count()).floor().plus(low).minimum(high);
    }

    /** {@return log n} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> d.count().log());
    }

    /** {@return (low + high)/2} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.low.times(0.5).plus(d.high.times(0.5)));
    }

    /** {@return (n² − 1)/12} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.count().minus(1).times(d.count().plus(1)).div(12));
    }

    /** {@return 0; NaN where the outcome is certain} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.constant(0).div(d.count().minus(1)));
    }

    /** {@return −6(n² + 1)/(5(n² − 1)); NaN where the outcome is certain} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor n = d.count();
            // By 1/n², which does not overflow.
            Tensor inverse = n.reciprocal();
            Tensor value = inverse.square()
                    .plus(1)
                    .div(inverse.neg().plus(1))
                    .div(inverse.plus(1))
                    .times(-1.2);
            return Tensor.where(n.equalTo(1), d.constant(Double.NaN), value);
        });
    }

    /** {@return low, the first of the equally likely numbers} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.low);
    }
}
