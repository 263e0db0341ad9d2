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
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Beta distributions with density xᵅ⁻¹(1 − x)ᵝ⁻¹/B(α, β), on [0, 1].
 *
 * <p>At 0 the density is ∞ for α &lt; 1, β for α = 1, and 0 beyond; at 1 likewise with α and β exchanged. Draws are made of the logarithms of two
 * gamma draws, so that small shapes, whose gamma draws underflow, have the right distribution too.
 *
 * <p>Measured beyond ordinary parameters, at (alpha, beta) = (0.01, 5000) and (1e4, 2e4): relative errors of at most 3e-15 beyond the
 * condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class Beta extends ContinuousFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameters alpha and beta. */
    public static final Family<Beta> FAMILY =
            Family.of("Beta", Beta::new, Parameter.positive("alpha"), Parameter.positive("beta"));

    private final Tensor alpha;
    private final Tensor beta;

    private Beta(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.alpha = parameters.get(0);
        this.beta = parameters.get(1);
    }

    /**
     * {@return the beta distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param alpha α, positive and finite
     * @param beta β, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Beta of(Tensor alpha, Tensor beta) {
        return FAMILY.of(alpha, beta);
    }

    /**
     * {@return one beta distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param alpha α, positive and finite
     * @param beta β, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Beta of(Backend backend, double alpha, double beta) {
        return FAMILY.of(backend, alpha, beta);
    }

    @Override
    public Interval support() {
        return Interval.PROBABILITY;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return BetaMath.logDensity(alpha, beta, x);
    }

    @Override
    protected Tails tails() {
        return new BetaTails(alpha, beta);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return HostMath.sigmoid(BetaMath.logitDraw(key, alpha, beta, shape));
    }

    /** {@return log B(α, β) − (α − 1)ψ(α) − (β − 1)ψ(β) + (α + β − 2)ψ(α + β)} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> BetaMath.entropy(d.alpha, d.beta));
    }

    /** {@return α/(α + β)} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.alpha.div(d.alpha.plus(d.beta)));
    }

    /** {@return αβ/((α + β)²(α + β + 1))} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> {
            Tensor n = d.alpha.plus(d.beta);
            return d.alpha.div(n).times(d.beta.div(n)).div(n.plus(1));
        });
    }

    /** {@return 2(β − α)√(α + β + 1)/((α + β + 2)√(αβ))} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> {
            Tensor n = d.alpha.plus(d.beta);
            Tensor root = n.plus(1).div(d.alpha).div(d.beta).sqrt();
            return d.beta.minus(d.alpha).times(2).times(root).div(n.plus(2));
        });
    }

    /** {@return 6((α − β)²(α + β + 1)/(αβ(α + β + 2)) − 1)/(α + β + 3)} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor n = d.alpha.plus(d.beta);
            Tensor difference = d.alpha.minus(d.beta);
            Tensor spread = difference
                    .div(d.alpha)
                    .times(difference.div(d.beta))
                    .times(n.plus(1))
                    .div(n.plus(2));
            return spread.minus(1).times(6).div(n.plus(3));
        });
    }

    /** {@return (α − 1)/(α + β − 2) where both are above 1, else the end where the density is largest; 0 where both are} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> {
            Tensor above = d.alpha.minus(1).relu();
            Tensor below = d.beta.minus(1).relu();
            Tensor isInside = above.plus(below).greater(0);
            Tensor inside = above.div(Tensor.where(isInside, above.plus(below), d.constant(1)));
            Tensor isOne = d.alpha.greater(d.beta).or(d.alpha.greaterEqual(1));
            Tensor edge = isOne.and(d.beta.less(1)).cast(DType.FLOAT64);
            return Tensor.where(isInside, inside, edge);
        });
    }

    /** {@return the parameter alpha as it was given} */
    public Tensor alpha() {
        return alpha;
    }

    /** {@return the parameter beta as it was given} */
    public Tensor beta() {
        return beta;
    }
}
