package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.ContinuousFamily;
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
 * Folded normal distributions, of the absolute value of a normal variable, with density (φ((x − m)/s) + φ((x + m)/s))/s on [0, ∞).
 *
 * <p>Measured also at |m|/s = 1e5: errors of at most 4e-16.
 */
public final class FoldedNormal extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters mean and scale. */
    public static final Family<FoldedNormal> FAMILY =
            Family.of("FoldedNormal", FoldedNormal::new, Parameter.real("mean"), Parameter.positive("scale"));

    private static final double ROOT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);

    private final Tensor mean;
    private final Tensor scale;

    private FoldedNormal(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.mean = parameters.get(0);
        this.scale = parameters.get(1);
    }

    /**
     * {@return the folded normal distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param mean m, the mean of the normal variable, finite
     * @param scale s, its standard deviation, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static FoldedNormal of(Tensor mean, Tensor scale) {
        return FAMILY.of(mean, scale);
    }

    /**
     * {@return one folded normal distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param mean m, the mean of the normal variable, finite
     * @param scale s, its standard deviation, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static FoldedNormal of(Backend backend, double mean, double scale) {
        return FAMILY.of(backend, mean, scale);
    }

    @Override
    public Interval support() {
        return Interval.NOT_NEGATIVE;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return FoldedNormalLaw.INSTANCE
                .logDensity(standardise(x), List.of(shape()))
                .minus(scale.log());
    }

    @Override
    protected Tails tails() {
        return FoldedNormalLaw.INSTANCE.with(shape());
    }

    @Override
    protected Tensor standardise(Tensor x) {
        return x.div(scale);
    }

    @Override
    protected Tensor restore(Tensor z) {
        return z.times(scale);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor drawn =
                Draws.normal(key, backend(), shape, DType.FLOAT64).plus(shape()).abs();
        return restore(FoldedNormalLaw.INSTANCE.moving(drawn.stopGradient(), shape()));
    }

    /** {@return s√(2/π) exp(−a²/2) + m erf(a/√2), a = m/s} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.excess().times(d.scale).plus(d.mean.abs()));
    }

    /** {@return m² + s² − mean²} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> {
            // With mean/s = |a| + e: a² + 1 − (|a| + e)² without the squares of a.
            Tensor e = d.excess();
            return d.folded().times(2).plus(e).times(e).neg().plus(1).times(d.scale.square());
        });
    }

    /** {@return −E[log p(X)], by quadrature} */
    @Override
    public Tensor entropy() {
        return statistic(
                this, d -> FoldedNormalLaw.STATISTICS.entropy(d.folded()).plus(d.scale.log()));
    }

    /** {@return the third central moment over variance^(3/2), by quadrature} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> FoldedNormalLaw.STATISTICS.moments().skewness(d.folded()));
    }

    /** {@return the fourth central moment over variance², less 3, by quadrature} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> FoldedNormalLaw.STATISTICS.moments().kurtosis(d.folded()));
    }

    /** {@return the root of x = |m| tanh(|m|x/s²); 0 for |m| ≤ s} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> FoldedNormalLaw.MODE.of(d.shape()).times(d.scale));
    }

    /** |a| as far as folding changes the distribution's form: beyond 40 there is nothing to fold. */
    private Tensor folded() {
        return shape().abs().minimum(40);
    }

    private Tensor shape() {
        return mean.div(scale);
    }

    /** By what the standard mean exceeds |a|: √(2/π) exp(−a²/2) − |a| erfc(|a|/√2). */
    private Tensor excess() {
        Tensor a = folded();
        return a.square()
                .times(-0.5)
                .exp()
                .times(ROOT_TWO_OVER_PI)
                .minus(a.times(a.neg().normalCdf()).times(2));
    }

    /** {@return the parameter m as it was given} */
    public Tensor location() {
        return mean;
    }

    /** {@return the parameter s as it was given} */
    public Tensor scale() {
        return scale;
    }
}
