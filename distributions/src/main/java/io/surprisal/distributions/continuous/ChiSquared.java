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
 * χ² distributions, of the sum of the squares of ν standard normal variables, with density xᵃ⁻¹e^(−x/2)/(2ᵃΓ(a)), a = ν/2, on [0, ∞):
 * gamma distributions with shape ν/2 and rate ½.
 *
 * <p>At 0 the density is ∞ for ν &lt; 2, ½ for ν = 2, and 0 beyond.
 *
 * <p>Measured beyond ν from 0.1 to 1,000, at 0.01 and 1e5: relative errors of at most 2e-13.
 */
public final class ChiSquared extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameter df. */
    public static final Family<ChiSquared> FAMILY = Family.of("ChiSquared", ChiSquared::new, Parameter.positive("df"));

    private final Tensor df;

    private ChiSquared(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.df = parameters.get(0);
    }

    /**
     * {@return the χ² distributions with these dfs, which have the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param df ν, the degrees of freedom, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static ChiSquared of(Tensor df) {
        return FAMILY.of(df);
    }

    /**
     * {@return one χ² distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param df ν, the degrees of freedom, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static ChiSquared of(Backend backend, double df) {
        return FAMILY.of(backend, df);
    }

    @Override
    public Interval support() {
        return Interval.NOT_NEGATIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return GammaMath.logDensity(half(), standardise(x)).minus(Math.log(2));
    }

    @Override
    protected Tails tails() {
        return new GammaTails(half());
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.times(0.5);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return z.times(2);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(HostMath.exp(GammaMath.logDraw(key, half(), shape)));
    }

    /** {@return a + log 2Γ(a) + (1 − a)ψ(a), a = ν/2} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> GammaMath.entropy(d.half()).plus(Math.log(2)));
    }

    /** {@return ν} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.df);
    }

    /** {@return 2ν} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.df.times(2));
    }

    /** {@return √(8/ν)} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> d.df.reciprocal().times(8).sqrt());
    }

    /** {@return 12/ν} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> d.df.reciprocal().times(12));
    }

    /** {@return ν − 2, and 0 for ν ≤ 2} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.df.minus(2).relu());
    }

    private Tensor half() {
        return df.times(0.5);
    }

    /** {@return the parameter ν as it was given} */
    public Tensor df() {
        return df;
    }
}
