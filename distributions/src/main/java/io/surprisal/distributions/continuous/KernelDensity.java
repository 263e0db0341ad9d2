package io.surprisal.distributions.continuous;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.ContinuousFamily;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.LargestDistance;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.distributions.family.Rows;
import io.surprisal.distributions.family.Tails;
import io.surprisal.distributions.family.WeightedValues;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Kernel density estimates with the normal kernel: mixtures of normal distributions around given values v₁ … vₙ, with density
 * Σ wᵢφ((x − vᵢ)/h)/h, on the real line. Weights are 1/n, or given.
 *
 * <p>Tails are sums over the values on either side, quantiles roots of them in log space. A function of m numbers takes time and memory in
 * proportion to mn. The entropy has no closed form and is a quadrature, in time in proportion to n².
 *
 * <p>Measured beyond bandwidths from 0.1 to 1,000, where they are a hundredth or a thousand times the distances of the values: relative errors
 * of at most 1e-13.
 *
 * <p>Draws are values with normal noise, and move with the parameters as the quantile of a fixed probability does.
 *
 * @see <a href="https://doi.org/10.1201/9781315140919">Silverman, Density Estimation for Statistics and Data Analysis (1986)</a>
 */
public final class KernelDensity extends ContinuousFamily implements HasEntropy, HasHigherMoments {
    private static final Parameter VALUES = new Parameter("values", Interval.REAL.over(1));

    private static final Parameter BANDWIDTH = Parameter.positive("bandwidth");

    /** The parameters values and bandwidth. */
    public static final Family<KernelDensity> FAMILY =
            Family.of("KernelDensity", KernelDensity::new, VALUES, BANDWIDTH);

    /** The parameters values, bandwidth and weights. */
    public static final Family<KernelDensity> BY_WEIGHTS =
            Family.of("KernelDensity", KernelDensity::new, VALUES, BANDWIDTH, new Parameter("weights", new Simplex()));

    /** Values whose entropy takes a minute or two. */
    private static final int MOST_OF_ENTROPY = 20_000;

    private final Tensor values;
    private final Tensor bandwidth;

    private KernelDensity(List<Tensor> parameters) {
        super(parameters.size() == 2 ? FAMILY : BY_WEIGHTS, parameters);
        this.values = parameters.get(0);
        this.bandwidth = parameters.get(1);
        if (isWeighted()) {
            WeightedValues.require("KernelDensity", values, parameters.get(2));
        }
    }

    /**
     * {@return the kernel density estimates of these values, all of one weight} Values are checked, but not inside a gradient call.
     *
     * @param values v, [batch…, n], finite
     * @param bandwidth h, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, there is no axis of values, or shapes, dtypes or backends do not fit
     */
    public static KernelDensity of(Tensor values, Tensor bandwidth) {
        return FAMILY.of(values, bandwidth);
    }

    /**
     * {@return the kernel density estimates of weighted values} Values are checked, but not inside a gradient call.
     *
     * @param values v, [batch…, n], finite
     * @param bandwidth h, positive and finite
     * @param weights w, [batch…, n] or [n], in [0, 1]; each row sums to 1
     * @throws IllegalArgumentException if a value is outside its domain, there is no axis of values, or shapes, dtypes or backends do not fit
     */
    public static KernelDensity of(Tensor values, Tensor bandwidth, Tensor weights) {
        return BY_WEIGHTS.of(values, bandwidth, weights);
    }

    /**
     * {@return the kernel density estimates with Scott's bandwidth s n^(−1/5), where s is the standard deviation of the sample}
     *
     * @param values v, [batch…, n], finite, at least two of them and not all equal
     * @throws IllegalArgumentException if a value is not finite, or all are equal, so that the bandwidth would be 0
     */
    public static KernelDensity scott(Tensor values) {
        return byRule(values, 1);
    }

    /**
     * {@return the kernel density estimates with Silverman's bandwidth s (3n/4)^(−1/5), where s is the standard deviation of the sample}
     *
     * @param values v, [batch…, n], finite, at least two of them and not all equal
     * @throws IllegalArgumentException if a value is not finite, or all are equal, so that the bandwidth would be 0
     */
    public static KernelDensity silverman(Tensor values) {
        return byRule(values, 0.75);
    }

    private static KernelDensity byRule(Tensor values, double share) {
        new Argument("KernelDensity", "values", values)
                .requireVector("values")
                .requireFloating()
                .requireAll(VALUES.constraint());
        double factor = Math.pow(values.shape().dim(-1) * share, -0.2);
        Tensor bandwidth = Scope.tidy(() -> values.sampleStandardDeviation(-1).times(factor));
        if (values.shape().dim(-1) == 1) {
            throw noSpread("one value has");
        }
        if (!new Argument("KernelDensity", "bandwidth", bandwidth).isTraced()) {
            Scope.run(() -> {
                if (bandwidth.equalTo(0).any().item() != 0) {
                    throw noSpread("equal values have");
                }
            });
        }
        return of(values, bandwidth);
    }

    private static IllegalArgumentException noSpread(String who) {
        return new IllegalArgumentException("KernelDensity: a bandwidth by rule needs values with a spread, but " + who
                + " none. Give a bandwidth to KernelDensity.of.");
    }

    @Override
    public Interval support() {
        return Interval.REAL;
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return kernels().logDensity(x);
    }

    @Override
    protected Tails tails() {
        return kernels();
    }

    private KernelTails kernels() {
        return new KernelTails(values, bandwidth.expandDims(-1), counts(), total());
    }

    /** One of the values by its weight, and normal noise. */
    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor which = Draws.categorical(key.foldIn(0), HostMath.log(counts()).stopGradient(), shape);
        Tensor noise = Draws.normal(key.foldIn(1), backend(), shape, DType.FLOAT64);
        Tensor drawn = Rows.at("KernelDensity", values, which, batchShape())
                .plus(noise.times(bandwidth))
                .stopGradient();
        return moving(moving(drawn, drawn), drawn);
    }

    /** x − (P(X ≤ x) − P₀)/p(x) with the P₀ of the draw: the draw itself, and with each step one more of the right derivatives. */
    private Tensor moving(Tensor x, Tensor drawn) {
        Tensor distance = kernels().lower(x).minus(kernels().lower(drawn).stopGradient());
        return x.minus(distance.div(kernels().logDensity(x).exp()));
    }

    private boolean isWeighted() {
        return parameters().size() == 3;
    }

    /** The weights, or ones, whose sums divided by n are rounded once. */
    private Tensor counts() {
        return isWeighted()
                ? parameters().get(2)
                : backend().zeros(Shape.of(count()), values.dtype()).plus(1);
    }

    private double total() {
        return isWeighted() ? 1 : count();
    }

    private int count() {
        return values.shape().dim(-1);
    }

    /** {@return the values as they were given, batchShape + [n]} */
    public Tensor values() {
        return values;
    }

    /** {@return the parameter h as it was given} */
    public Tensor bandwidth() {
        return bandwidth;
    }

    /** {@return the weights, [n] or batchShape + [n]} */
    public Tensor weights() {
        return counts().div(total());
    }

    /**
     * {@return −E[log p(X)], by a quadrature that is exact to about sixteen digits} It takes 217 n² values of a kernel for n values: a second for
     * two thousand.
     *
     * @throws UnsupportedOperationException for more than 20,000 values, where it would take minutes
     */
    @Override
    public Tensor entropy() {
        if (count() > MOST_OF_ENTROPY) {
            throw new UnsupportedOperationException("KernelDensity: the entropy of " + count()
                    + " values takes 217 times the square of their number; at most " + MOST_OF_ENTROPY
                    + " are taken. Estimate it by sample(…) and the mean of −logProb.");
        }
        return statistic(this, d -> KernelEntropy.of(d.kernels(), d.batchShape()));
    }

    /** {@return Σ wᵢvᵢ} */
    @Override
    public Tensor mean() {
        return statistic(this, d -> d.meanInDoubles());
    }

    private Tensor meanInDoubles() {
        return values.times(counts()).sum(-1).div(total());
    }

    /** {@return h² + Σ wᵢ(vᵢ − mean)²} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.variance(d.constant(1)));
    }

    private Tensor variance(Tensor unit) {
        return central(2, unit).plus(bandwidth.div(unit).square());
    }

    /** In multiples of which powers of distances do not overflow. */
    private Tensor unit() {
        return LargestDistance.of(values, meanInDoubles()).maximum(bandwidth.stopGradient());
    }

    /** {@return Σ wᵢ(vᵢ − mean)³/variance^(3/2)} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> {
            Tensor unit = d.unit();
            return d.central(3, unit).div(d.variance(unit).pow(1.5));
        });
    }

    /** {@return (Σ wᵢ(vᵢ − mean)⁴ + 6h²Σ wᵢ(vᵢ − mean)² + 3h⁴)/variance² − 3} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            // The kernel adds nothing to the fourth cumulant.
            Tensor unit = d.unit();
            Tensor square = d.central(2, unit);
            Tensor cumulant = d.central(4, unit).minus(square.square().times(3));
            return cumulant.div(d.variance(unit).square());
        });
    }

    private Tensor central(int order, Tensor unit) {
        Tensor distance = values.minus(meanInDoubles().expandDims(-1)).div(unit.expandDims(-1));
        return distance.pow(order).times(counts()).sum(-1).div(total());
    }
}
