package io.surprisal.distributions.discrete;

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
 * Zipf (zeta) distributions, with probabilities k⁻ˢ/ζ(s) for k = 1, 2, 3, …; ζ is Riemann's zeta function.
 *
 * <p>The tail is that of a power: for s near 1 quantiles and draws exceed 2⁵³, from where on not every whole number is a double, and even all
 * doubles, where they are ∞ or the largest one. Moments of large exponents, whose deviations are as small as 2⁻ˢ, keep their digits.
 *
 * <p>Measured beyond ordinary parameters, at exponent = 1.00001: relative errors of at most 1e-16 beyond the condition number's (absolute
 * where log-densities, entropies and moments are below 1).
 */
public final class Zipf extends DiscreteFamily implements HasEntropy, HasHigherMoments, HasMode {
    /** The parameter exponent. */
    public static final Family<Zipf> FAMILY =
            Family.of("Zipf", Zipf::new, new Parameter("exponent", Interval.above(1)));

    private final Tensor exponent;

    private Zipf(List<Tensor> parameters) {
        super(FAMILY, parameters);
        this.exponent = parameters.get(0);
    }

    /**
     * {@return the Zipf distributions with these exponents} Values are checked, but not inside a gradient call.
     *
     * @param exponent s, above 1 and finite
     * @throws IllegalArgumentException if a value is outside its domain, or the dtype is not floating
     */
    public static Zipf of(Tensor exponent) {
        return FAMILY.of(exponent);
    }

    /**
     * {@return one Zipf distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param exponent s, above 1 and finite
     * @throws IllegalArgumentException if the value is outside its domain
     */
    public static Zipf of(Backend backend, double exponent) {
        return FAMILY.of(backend, exponent);
    }

    /** {@return the parameter exponent as it was given} */
    public Tensor exponent() {
        return exponent;
    }

    @Override
    public Interval support() {
        return Interval.POSITIVE_COUNT;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return ZipfLaw.LOG_MASS.of(x, exponent);
    }

    @Override
    protected Tails tails() {
        return ZipfLaw.INSTANCE.with(exponent);
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return ZipfLaw.DRAW.of(Draws.uniform(key, backend(), shape, DType.FLOAT64), exponent);
    }

    /** {@return log ζ(s) − s ζ′(s)/ζ(s)} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> ZipfLaw.ENTROPY.of(d.exponent));
    }

    /** {@return ζ(s − 1)/ζ(s); ∞ for s ≤ 2} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> ZipfLaw.MEAN.of(d.exponent));
    }

    /** {@return ζ(s − 2)/ζ(s) − mean²; ∞ for s ≤ 3} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> ZipfLaw.VARIANCE.of(d.exponent));
    }

    /** {@return the skewness; ∞ for s ≤ 4, and NaN for s ≤ 3, where the variance is infinite} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> ZipfLaw.SKEWNESS.of(d.exponent));
    }

    /** {@return the excess kurtosis; ∞ for s ≤ 5, and NaN for s ≤ 3, where the variance is infinite} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> ZipfLaw.KURTOSIS.of(d.exponent));
    }

    /** {@return 1} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> d.constant(1));
    }
}
