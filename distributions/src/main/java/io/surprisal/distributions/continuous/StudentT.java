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
 * Student's t distributions with density Γ((ν + 1)/2)/(Γ(ν/2)√(νπ) s) (1 + z²/ν)^(−(ν + 1)/2), z = (x − m)/s, on the real line.
 *
 * <p>Moments of order n exist for ν &gt; n: the variance is ∞ for 1 &lt; ν ≤ 2, and what is undefined is NaN.
 *
 * <p>Measured beyond ordinary parameters, at (df, location, scale) = (0.01, 0, 1), (1e5, 1, 2) and (1e10, 0, 1): relative errors of at most
 * 2e-15 beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class StudentT extends LocationScaleFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters df, location and scale. */
    public static final Family<StudentT> FAMILY = Family.of(
            "StudentT",
            StudentT::new,
            Parameter.positive("df"),
            Parameter.real("location"),
            Parameter.positive("scale"));

    private final Tensor df;

    private StudentT(List<Tensor> parameters) {
        super(FAMILY, parameters, 1);
        this.df = parameters.get(0);
    }

    /**
     * {@return the Student t distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param df the degrees of freedom ν, positive and finite
     * @param location m, finite
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static StudentT of(Tensor df, Tensor location, Tensor scale) {
        return FAMILY.of(df, location, scale);
    }

    /**
     * {@return one Student t distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param df the degrees of freedom ν, positive and finite
     * @param location m, finite
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static StudentT of(Backend backend, double df, double location, double scale) {
        return FAMILY.of(backend, df, location, scale);
    }

    @Override
    public Interval support() {
        return Interval.REAL;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return StudentTLaw.INSTANCE.logDensity(standardise(x), List.of(df)).minus(scale().log());
    }

    @Override
    protected Tails tails() {
        return StudentTLaw.INSTANCE.with(df);
    }

    /** Z √(ν/2G) with normal Z and gamma G of shape ν/2, by the logarithm of G; it moves with ν as a quantile does. */
    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor half = df.times(0.5);
        Tensor log = Draws.logGamma(key.foldIn(1), half, shape);
        Tensor normal = Draws.normal(key.foldIn(0), backend(), shape, DType.FLOAT64);
        Tensor drawn = HostMath.exp(HostMath.log(half).minus(log).times(0.5)).times(normal);
        return restore(StudentTLaw.INSTANCE.moving(drawn.stopGradient(), df));
    }

    /** {@return ½(ν + 1)(ψ(½(ν + 1)) − ψ(½ν)) + ½ log ν + log B(½ν, ½) + log s} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> {
            Tensor half = d.df.times(0.5);
            Tensor step = d.constant(0.5);
            return d.df.plus(1)
                    .times(0.5)
                    .times(half.digammaDifference(step))
                    .plus(d.df.log().times(0.5))
                    .plus(half.logBeta(step))
                    .plus(d.scale().log());
        });
    }

    /** {@return m; NaN for ν ≤ 1} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.existing(1, d.location()));
    }

    /** {@return s²ν/(ν − 2); ∞ for 1 &lt; ν ≤ 2, NaN for ν ≤ 1} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> {
            Tensor isFinite = d.df.greater(2);
            Tensor safe = Tensor.where(isFinite, d.df, d.constant(3));
            Tensor finite = safe.div(safe.minus(2)).times(d.scale().square());
            return d.existing(1, Tensor.where(isFinite, finite, d.constant(Double.POSITIVE_INFINITY)));
        });
    }

    /** {@return 0; NaN for ν ≤ 3} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.existing(3, d.constant(0)));
    }

    /** {@return 6/(ν − 4); ∞ for 2 &lt; ν ≤ 4, NaN for ν ≤ 2} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor isFinite = d.df.greater(4);
            Tensor safe = Tensor.where(isFinite, d.df, d.constant(5));
            Tensor finite = safe.minus(4).reciprocal().times(6);
            return d.existing(2, Tensor.where(isFinite, finite, d.constant(Double.POSITIVE_INFINITY)));
        });
    }

    /** {@return m} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.location());
    }

    private Tensor existing(double above, Tensor moment) {
        return Tensor.where(df.greater(above), moment, constant(Double.NaN));
    }

    /** {@return the parameter df as it was given} */
    public Tensor df() {
        return df;
    }
}
