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
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Fisher and Snedecor's F distributions, of the ratio of two χ² variables, each divided by its degrees of freedom d₁ and d₂, with density
 * rᵃ(1 + r)⁻ᵃ⁻ᵇ/(x B(a, b)), r = d₁x/d₂, a = d₁/2, b = d₂/2, on [0, ∞).
 *
 * <p>At 0 the density is ∞ for d₁ &lt; 2, 1 for d₁ = 2, and 0 beyond. Moments of order n are ∞ for d₂ ≤ 2n.
 *
 * <p>Measured beyond degrees of freedom from 0.1 to 1,000, at d₁ = 1e5 and d₂ = 2: relative errors of at most 1e-13.
 */
public final class FisherSnedecor extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters df1 and df2. */
    public static final Family<FisherSnedecor> FAMILY =
            Family.of("FisherSnedecor", FisherSnedecor::new, Parameter.positive("df1"), Parameter.positive("df2"));

    private final Tensor df1;
    private final Tensor df2;

    private FisherSnedecor(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.df1 = parameters.get(0);
        this.df2 = parameters.get(1);
    }

    /**
     * {@return the Fisher–Snedecor distributions with these parameters, which broadcast to the batch shape} Values are checked, but not
     * inside a gradient call.
     *
     * @param df1 d₁, the degrees of freedom above, positive and finite
     * @param df2 d₂, those below, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static FisherSnedecor of(Tensor df1, Tensor df2) {
        return FAMILY.of(df1, df2);
    }

    /**
     * {@return one Fisher–Snedecor distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param df1 d₁, the degrees of freedom above, positive and finite
     * @param df2 d₂, those below, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static FisherSnedecor of(Backend backend, double df1, double df2) {
        return FAMILY.of(backend, df1, df2);
    }

    @Override
    public Interval support() {
        return Interval.NOT_NEGATIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return FisherSnedecorLaw.INSTANCE.logDensity(x, List.of(df1, df2));
    }

    @Override
    protected Tails tails() {
        return FisherSnedecorLaw.INSTANCE.with(df1, df2);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor above = Draws.logGamma(key.foldIn(0), df1.times(0.5), shape);
        Tensor below = Draws.logGamma(key.foldIn(1), df2.times(0.5), shape);
        Tensor drawn = HostMath.exp(above.minus(below)).times(df2.div(df1));
        return FisherSnedecorLaw.INSTANCE.moving(drawn.stopGradient(), df1, df2);
    }

    /** {@return log B(a, b) − (a − 1)ψ(a) − (b + 1)ψ(b) + (a + b)ψ(a + b) + log(d₂/d₁)} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> {
            Tensor a = d.df1.times(0.5);
            Tensor b = d.df2.times(0.5);
            return BetaMath.entropy(a, b).plus(b.digammaDifference(a).times(2)).plus(LogRatio.of(d.df2, d.df1));
        });
    }

    /** {@return d₂/(d₂ − 2); +∞ for d₂ ≤ 2} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.moments().mean(d.ratio()));
    }

    /** {@return 2d₂²(d₁ + d₂ − 2)/(d₁(d₂ − 2)²(d₂ − 4)); +∞ for d₂ ≤ 4} */
    @Override
    public Tensor variance() {
        return statistic(
                this,
                d -> d.moments()
                        .variance(d.ratio().square().times(d.total().times(2)).div(d.df1.times(d.df2.minus(4)))));
    }

    /** {@return (2d₁ + d₂ − 2)√(8(d₂ − 4))/((d₂ − 6)√(d₁(d₁ + d₂ − 2))); +∞ for d₂ ≤ 6, NaN for d₂ ≤ 4} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> {
            Tensor root = d.df2.minus(4).times(8).div(d.df1.times(d.total())).sqrt();
            return d.moments().skewness(d.total().plus(d.df1).times(root).div(d.df2.minus(6)));
        });
    }

    /** {@return 12(d₁(5d₂ − 22)(d₁ + d₂ − 2) + (d₂ − 4)(d₂ − 2)²)/(d₁(d₂ − 6)(d₂ − 8)(d₁ + d₂ − 2)); +∞ for d₂ ≤ 8, NaN for d₂ ≤ 4} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor product = d.df1.times(d.total());
            Tensor first = product.times(d.df2.times(5).minus(22));
            Tensor second = d.df2.minus(4).times(d.df2.minus(2).square());
            Tensor below = product.times(d.df2.minus(6)).times(d.df2.minus(8));
            return d.moments().kurtosis(first.plus(second).times(12).div(below));
        });
    }

    /** {@return (d₁ − 2)d₂/(d₁(d₂ + 2)), and 0 for d₁ ≤ 2} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.df1.minus(2).relu().div(d.df1).times(d.df2.div(d.df2.plus(2))));
    }

    /** P(X &gt; x) ~ x^(−d₂/2). */
    private HeavyTail moments() {
        return new HeavyTail(df2.times(0.5));
    }

    private Tensor ratio() {
        return df2.div(df2.minus(2));
    }

    private Tensor total() {
        return df1.plus(df2).minus(2);
    }

    /** {@return the parameter d₁ as it was given} */
    public Tensor df1() {
        return df1;
    }

    /** {@return the parameter d₂ as it was given} */
    public Tensor df2() {
        return df2;
    }
}
