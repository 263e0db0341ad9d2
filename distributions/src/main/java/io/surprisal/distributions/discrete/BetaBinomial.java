package io.surprisal.distributions.discrete;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.DiscreteFamily;
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
 * Beta-binomial distributions, binomial with a probability that has a beta distribution: probabilities C(n, k) B(k + α, n − k + β)/B(α, β) for k =
 * 0, …, n.
 *
 * <p>Cumulative probabilities and the entropy are sums of up to n + 1 terms. Beyond ordinary shapes logarithms of the shapes cancel: at α = β =
 * 1e-300 log-probabilities are within 2e-13, and from 1e15 on, where the distribution is binomial, within 1e-12.
 *
 * <p>Measured beyond ordinary parameters, at (trials, alpha, beta) = (200, 1e-3, 1e-2) and (100, 1e5, 3e4): relative errors of at most
 * 8e-16 beyond the condition number's (absolute where log-densities, entropies and moments are below 1).
 */
public final class BetaBinomial extends DiscreteFamily
        implements HasEntropy, HasHigherMoments, HasMode, EnumerableSupport {
    /** The parameters trials, alpha and beta. */
    public static final Family<BetaBinomial> FAMILY = Family.of(
            "BetaBinomial",
            BetaBinomial::new,
            Parameter.count("trials"),
            Parameter.positive("alpha"),
            Parameter.positive("beta"));

    private final Tensor trials;
    private final Tensor alpha;
    private final Tensor beta;

    private BetaBinomial(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.trials = parameters.get(0);
        this.alpha = parameters.get(1);
        this.beta = parameters.get(2);
    }

    /**
     * {@return the beta-binomial distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param trials n, a whole number of at least 0
     * @param alpha α, positive and finite
     * @param beta β, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static BetaBinomial of(Tensor trials, Tensor alpha, Tensor beta) {
        return FAMILY.of(trials, alpha, beta);
    }

    /**
     * {@return one beta-binomial distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param trials n, a whole number of at least 0
     * @param alpha α, positive and finite
     * @param beta β, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static BetaBinomial of(Backend backend, double trials, double alpha, double beta) {
        return FAMILY.of(backend, trials, alpha, beta);
    }

    /** {@return the parameter trials as it was given} */
    public Tensor trials() {
        return trials;
    }

    /** {@return the parameter alpha as it was given} */
    public Tensor alpha() {
        return alpha;
    }

    /** {@return the parameter beta as it was given} */
    public Tensor beta() {
        return beta;
    }

    @Override
    public Interval support() {
        return Interval.between(0, trials).whole();
    }

    /** {@return 0, 1, …, n} */
    @Override
    public Tensor enumerateSupport() {
        return FiniteSupport.from("BetaBinomial", backend().scalar(0, dtype()), "trials", trials, batchShape());
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return BetaBinomialLaw.LOG_MASS.of(x, trials, alpha, beta);
    }

    @Override
    protected Tails tails() {
        return BetaBinomialLaw.INSTANCE.with(trials, alpha, beta);
    }

    /** Binomial with a drawn probability, formed from logarithms of gamma variables, which do not underflow. */
    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor first = Draws.logGamma(key.foldIn(0), alpha, shape);
        Tensor second = Draws.logGamma(key.foldIn(1), beta, shape);
        return Draws.binomial(key.foldIn(2), trials, HostMath.sigmoid(first.minus(second)), shape);
    }

    private Tensor total() {
        return alpha.plus(beta);
    }

    /** {@return −Σ P log P, summed; there is no closed form} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> BetaBinomialLaw.ENTROPY.of(d.trials, d.alpha, d.beta));
    }

    /** {@return nα/(α + β)} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.trials.times(d.alpha.div(d.total())));
    }

    /** {@return nαβ(α + β + n)/((α + β)²(α + β + 1))} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> {
            Tensor s = d.total();
            return d.trials
                    .times(d.alpha.div(s))
                    .times(d.beta.div(s))
                    .times(d.trials.plus(s).div(s.plus(1)));
        });
    }

    /** {@return (α + β + 2n)(β − α)/(α + β + 2) · √((1 + α + β)/(nαβ(n + α + β))); NaN for n = 0} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> {
            Tensor s = d.total();
            Tensor root = s.plus(1)
                    .div(d.trials.times(d.alpha))
                    .div(d.beta)
                    .div(d.trials.plus(s))
                    .sqrt();
            return d.trials
                    .times(2)
                    .plus(s)
                    .times(d.beta.minus(d.alpha))
                    .div(s.plus(2))
                    .times(root);
        });
    }

    /**
     * {@return s²(1 + s)/(nαβ(s + 2)(s + 3)(s + n)) · (s(s − 1 + 6n) + 3αβ(n − 2) + 6n² − 3αβn(6 − n)/s − 18αβn²/s²) − 3 with s = α + β; NaN
     * for n = 0}
     */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor n = d.trials;
            Tensor s = d.total();
            Tensor product = d.alpha.times(d.beta);
            Tensor sum = s.times(s.minus(1).plus(n.times(6)))
                    .plus(product.times(3).times(n.minus(2)))
                    .plus(n.square().times(6))
                    .minus(product.times(3).times(n).times(n.neg().plus(6)).div(s))
                    .minus(product.times(18).times(n.square()).div(s.square()));
            Tensor factor = s.square()
                    .times(s.plus(1))
                    .div(n.times(product))
                    .div(s.plus(2))
                    .div(s.plus(3))
                    .div(s.plus(n));
            return Tensor.where(
                    n.equalTo(0), d.constant(Double.NaN), factor.times(sum).minus(3));
        });
    }

    /** {@return the least k with P(k + 1) ≤ P(k), and of the two ends the likelier where the probabilities fall and rise again} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> {
            Tensor n = d.trials;
            Tensor zero = d.constant(0);
            // P(k + 1) > P(k) just where n(α − 1) + 1 − β > k(α + β − 2).
            Tensor slope = d.total().minus(2);
            Tensor offset = n.times(d.alpha.minus(1)).plus(1).minus(d.beta);
            Tensor inside = offset.div(slope).ceil().maximum(0).minimum(n);
            Tensor end = Tensor.where(d.alpha.greater(d.beta), n, zero);
            return Tensor.where(slope.greater(0), inside, end);
        });
    }
}
