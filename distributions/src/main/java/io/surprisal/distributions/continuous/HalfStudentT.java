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
 * Half Student's t distributions, of the absolute value of a Student t variable, with density 2Γ((ν + 1)/2)/(Γ(ν/2)√(νπ) s) (1 +
 * z²/ν)^(−(ν + 1)/2), z = x/s, on [0, ∞): weakly informative priors of scales. ν = 1 is the half-Cauchy distribution.
 *
 * <p>The mean is ∞ for ν ≤ 1, the variance for ν ≤ 2.
 *
 * <p>Measured beyond ν from 0.1 to 1,000, at 1e5: relative errors of at most 2e-13.
 */
public final class HalfStudentT extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters df and scale. */
    public static final Family<HalfStudentT> FAMILY =
            Family.of("HalfStudentT", HalfStudentT::new, Parameter.positive("df"), Parameter.positive("scale"));

    private final Tensor df;
    private final Tensor scale;

    private HalfStudentT(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.df = parameters.get(0);
        this.scale = parameters.get(1);
    }

    /**
     * {@return the half Student's t distributions with these parameters, which broadcast to the batch shape} Values are checked, but not
     * inside a gradient call.
     *
     * @param df ν, the degrees of freedom, positive and finite
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static HalfStudentT of(Tensor df, Tensor scale) {
        return FAMILY.of(df, scale);
    }

    /**
     * {@return one half Student's t distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param df ν, the degrees of freedom, positive and finite
     * @param scale s, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static HalfStudentT of(Backend backend, double df, double scale) {
        return FAMILY.of(backend, df, scale);
    }

    @Override
    public Interval support() {
        return Interval.NOT_NEGATIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return HalfStudentTLaw.INSTANCE.logDensity(standardise(x), List.of(df)).minus(scale.log());
    }

    @Override
    protected Tails tails() {
        return HalfStudentTLaw.INSTANCE.with(df);
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.div(scale);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return z.times(scale);
    }

    /** |Z| √(ν/2G) with normal Z and gamma G of shape ν/2, by the logarithm of G; it moves with ν as a quantile does. */
    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor half = df.times(0.5);
        Tensor log = Draws.logGamma(key.foldIn(1), half, shape);
        Tensor normal = Draws.normal(key.foldIn(0), backend(), shape, DType.FLOAT64);
        Tensor drawn = HostMath.exp(HostMath.log(half).minus(log).times(0.5)).times(normal.abs());
        return restore(HalfStudentTLaw.INSTANCE.moving(drawn.stopGradient(), df));
    }

    /** {@return ½(ν + 1)(ψ(½(ν + 1)) − ψ(½ν)) + ½ log ν + log B(½ν, ½) + log s/2} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> {
            Tensor half = d.df.times(0.5);
            Tensor step = d.constant(0.5);
            return d.df.plus(1)
                    .times(0.5)
                    .times(half.digammaDifference(step))
                    .plus(d.logNormaliser())
                    .plus(d.scale.log());
        });
    }

    /** {@return 2s√ν/((ν − 1)B(½ν, ½)); +∞ for ν ≤ 1} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> new HeavyTail(d.df).mean(d.finiteMean().times(d.scale)));
    }

    /** {@return s²ν/(ν − 2) − mean²; +∞ for ν ≤ 2} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> {
            return new HeavyTail(d.df)
                    .variance(d.square().minus(d.finiteMean().square()).times(d.scale.square()));
        });
    }

    /** {@return (M(2ν/(ν − 3) − 3ν/(ν − 2)) + 2M³)/v^(3/2) with mean M and variance v at scale 1; +∞ for ν ≤ 3, NaN for ν ≤ 2} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> {
            Tensor mean = d.finiteMean();
            Tensor third = d.df.div(d.df.minus(3)).times(2).minus(d.square().times(3));
            Tensor variance = d.square().minus(mean.square());
            Tensor central = mean.times(third.plus(mean.square().times(2)));
            return new HeavyTail(d.df).skewness(central.div(variance.pow(1.5)));
        });
    }

    /**
     * {@return (3ν²/((ν − 2)(ν − 4)) − M²(8ν/(ν − 3) − 6ν/(ν − 2) + 3M²))/v² − 3 with mean M and variance v at scale 1; +∞ for ν ≤ 4, NaN for
     * ν ≤ 2}
     */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor square = d.finiteMean().square();
            Tensor fourth = d.square().times(d.df.div(d.df.minus(4))).times(3);
            Tensor inner =
                    d.df.div(d.df.minus(3)).times(8).minus(d.square().times(6)).plus(square.times(3));
            Tensor variance = d.square().minus(square);
            Tensor central = fourth.minus(square.times(inner));
            return new HeavyTail(d.df).kurtosis(central.div(variance.square()).minus(3));
        });
    }

    /** {@return 0} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.constant(0));
    }

    /** E[X²] at scale 1, where there is one. */
    private Tensor square() {
        return df.div(df.minus(2));
    }

    /** The mean at scale 1, where there is one: 2√ν/((ν − 1)B(½ν, ½)) by Γ(½ν + ½)/(Γ(½ν)√½ν), which is near 1. */
    private Tensor finiteMean() {
        return df.div(df.minus(1)).times(RootGammaMoments.ratio(df.times(0.5))).times(Math.sqrt(2 / Math.PI));
    }

    /** ½ log ν + log ½B(½ν, ½). */
    private Tensor logNormaliser() {
        return df.log().times(0.5).plus(df.times(0.5).logBeta(constant(0.5))).minus(Math.log(2));
    }

    /** {@return the parameter ν as it was given} */
    public Tensor df() {
        return df;
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }
}
