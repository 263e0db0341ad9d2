package io.surprisal.distributions.discrete;

import io.surprisal.distributions.EnumerableSupport;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasHigherMoments;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.OneOf;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.family.DiscreteFamily;
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
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Empirical distributions: of given values, any finite numbers, each with the probability 1/n or a given weight; one distribution for each row
 * along the last axis. The probabilities of equal values add up.
 *
 * <p>Other numbers have log-probability −∞, also between two values. Log-probabilities, cumulative probabilities and quantiles jump, and have
 * derivative 0 in the values (quantiles 1 in the one that they are); moments are differentiable. A function of m numbers takes time and
 * memory in proportion to mn.
 *
 * <p>Measured beyond ordinary values, at (2⁶⁰, 2⁻⁶⁰, −2⁶², 2⁶⁰): relative errors of at most 2e-16 beyond the condition number's.
 */
public final class Empirical extends DiscreteFamily
        implements HasEntropy, HasHigherMoments, HasMode, EnumerableSupport {
    private static final Parameter VALUES = new Parameter("values", Interval.REAL.over(1));

    /** The parameter values. */
    public static final Family<Empirical> FAMILY = Family.of("Empirical", Empirical::new, VALUES);

    /** The parameters values and weights. */
    public static final Family<Empirical> BY_WEIGHTS =
            Family.of("Empirical", Empirical::new, VALUES, new Parameter("weights", new Simplex()));

    private final Tensor values;

    private Empirical(List<Tensor> parameters) {
        super(parameters.size() == 1 ? FAMILY : BY_WEIGHTS, parameters);
        this.values = parameters.get(0);
        if (isWeighted()) {
            WeightedValues.require("Empirical", values, parameters.get(1));
        }
    }

    /**
     * {@return the empirical distributions of these values, each with the probability 1/n} Values are checked, but not inside a gradient call.
     *
     * @param values [batch…, n], finite
     * @throws IllegalArgumentException if a value is not finite, there is no axis of values, or the dtype is not floating
     */
    public static Empirical of(Tensor values) {
        return FAMILY.of(values);
    }

    /**
     * {@return the empirical distributions of weighted values} Values are checked, but not inside a gradient call.
     *
     * @param values [batch…, n], finite
     * @param weights their probabilities, [batch…, n] or [n], in [0, 1]; each row sums to 1
     * @throws IllegalArgumentException if a value is outside its domain, there is no axis of values, or shapes, dtypes or backends do not fit
     */
    public static Empirical of(Tensor values, Tensor weights) {
        return BY_WEIGHTS.of(values, weights);
    }

    private boolean isWeighted() {
        return parameters().size() == 2;
    }

    private int count() {
        return values.shape().dim(-1);
    }

    /** {@return the values as they were given, batchShape + [n]} */
    public Tensor values() {
        return values;
    }

    /** {@return the probabilities of the values, batchShape + [n]} */
    public Tensor weights() {
        return counts().div(total());
    }

    /** The weights, or ones, whose sums divided by n are rounded once. */
    private Tensor counts() {
        Tensor ones = values.times(0).plus(1).stopGradient();
        return isWeighted() ? parameters().get(1).broadcastTo(rows()) : ones;
    }

    private double total() {
        return isWeighted() ? 1 : count();
    }

    private Shape rows() {
        return batchShape().then(Shape.of(count()));
    }

    /** {@return the values, those of probability 0 included} */
    @Override
    public Constraint support() {
        return new OneOf(values);
    }

    @Override
    protected Interval range() {
        return Interval.between(values.min(-1), values.max(-1));
    }

    /**
     * {@return the distinct values in ascending order, [how many, batch…]}
     *
     * @throws IllegalStateException if the rows of the batch do not have equally many
     */
    @Override
    public Tensor enumerateSupport() {
        return Scope.tidy(() -> {
            Tensor sorted = values.sort(-1).broadcastTo(rows());
            long[] places = DistinctPlaces.of("Empirical", sorted.toDoubles(), count());
            int distinct = places.length / Math.max(1, batchShape().size());
            Tensor indices = backend().of(HostArray.wrap(places, batchShape().then(Shape.of(distinct))));
            int[] axes = new int[batchShape().rank() + 1];
            Arrays.setAll(axes, i -> i == 0 ? batchShape().rank() : i - 1);
            return sorted.gather(indices, -1).transpose(axes);
        });
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        Tensor logits = isWeighted()
                ? HostMath.log(parameters().get(1)).stopGradient()
                : backend().zeros(Shape.of(count()), dtype());
        return Rows.at("Empirical", values, Draws.categorical(key, logits, shape), batchShape());
    }

    @Override
    protected Tensor logDensity(Tensor x) {
        return sortedTails().mass(x).log();
    }

    @Override
    protected Tails tails() {
        return sortedTails();
    }

    private EmpiricalTails sortedTails() {
        Tensor order = values.argsort(-1);
        Tensor weights = isWeighted() ? counts().gather(order.broadcastTo(rows()), -1) : counts();
        return new EmpiricalTails(values.sort(-1), weights, total(), batchShape());
    }

    /** The probability of each value, to which its equals add. */
    private Tensor masses() {
        EmpiricalTails sorted = sortedTails();
        Tensor atoms = sorted.values().broadcastTo(rows());
        Tensor first = atoms.slice(-1, 0, 1).times(0);
        Tensor isNew = atoms.slice(-1, 1, count()).greater(atoms.slice(-1, 0, count() - 1));
        Tensor group = Tensor.concat(List.of(first, isNew.cast(values.dtype())), -1)
                .cumsum(-1)
                .cast(DType.INT64);
        Tensor none = backend().zeros(rows(), values.dtype());
        return none.scatterAdd(group, sorted.weights(), -1).gather(group, -1).div(total());
    }

    /** {@return −Σ p log p over the distinct values, in nats} */
    @Override
    public Tensor entropy() {
        return statistic(this, d -> {
            Tensor masses = d.masses();
            Tensor weights = d.sortedTails().weights().div(d.total());
            Tensor logs = Tensor.where(masses.equalTo(0), d.constant(1), masses).log();
            return d.constant(0).minus(weights.times(logs).sum(-1));
        });
    }

    /** {@return Σ wᵢvᵢ} */
    @Override
    public Tensor mean() {
        return statistic(this, Empirical::meanInDoubles);
    }

    private Tensor meanInDoubles() {
        return values.times(counts()).sum(-1).div(total());
    }

    /** {@return Σ wᵢ(vᵢ − mean)²: the population variance, where weights are equal} */
    @Override
    public Tensor variance() {
        return statistic(this, d -> d.central(2, d.constant(1)));
    }

    /** {@return Σ wᵢ(vᵢ − mean)³/variance^(3/2); NaN where the outcome is certain} */
    @Override
    public Tensor skewness() {
        return statistic(this, d -> {
            Tensor unit = d.unit();
            return d.central(3, unit).div(d.central(2, unit).pow(1.5));
        });
    }

    /** {@return Σ wᵢ(vᵢ − mean)⁴/variance² − 3; NaN where the outcome is certain} */
    @Override
    public Tensor kurtosis() {
        return statistic(this, d -> {
            Tensor unit = d.unit();
            return d.central(4, unit).div(d.central(2, unit).square()).minus(3);
        });
    }

    /** The largest distance from the mean, in multiples of which powers of distances do not overflow; 1 where that is 0. */
    private Tensor unit() {
        return LargestDistance.of(values, meanInDoubles());
    }

    private Tensor central(int order, Tensor unit) {
        Tensor distance = values.minus(meanInDoubles().expandDims(-1)).div(unit.expandDims(-1));
        return distance.pow(order).times(counts()).sum(-1).div(total());
    }

    /** {@return the least of the most likely values} */
    @Override
    public Tensor mode() {
        return statistic(this, d -> {
            Tensor place = d.masses().argmax(-1);
            return Rows.at("Empirical", d.sortedTails().values(), place, d.batchShape());
        });
    }
}
