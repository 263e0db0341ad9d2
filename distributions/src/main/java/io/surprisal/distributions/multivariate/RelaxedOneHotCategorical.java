package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Logits;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.special.GammaFunction;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Relaxed one-hot categorical (Gumbel-softmax, concrete) distributions: softmax((l + G)/τ) with logits l, standard Gumbel G and temperature τ,
 * between one-hot vectors (τ → 0) and the middle of the simplex (τ → ∞). Density Γ(k) τᵏ⁻¹ Π pᵢxᵢ^(−τ − 1)/(Σ pᵢxᵢ^(−τ))ᵏ over the first k − 1
 * elements; by probabilities p, or by logits with p = softmax(l).
 *
 * <p>Vectors whose sum is not 1 to 10⁻⁹ (10⁻⁵ in FLOAT32) and those with an element 0 have log-density −∞. Draws have no element below the least
 * normal number of the dtype, so that their log-densities are finite.
 *
 * <p>Entropy and moments, expectations over k dimensions, have no closed form; take means over draws. Of two elements they are {@link
 * io.surprisal.distributions.continuous.RelaxedBernoulli}'s, by quadrature.
 *
 * <p>Accuracy: log-densities within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for temperatures from 0.1 to 1,000; for those of
 * 10⁻³ and 10⁶ within 1e-12 in place of 1e-14.
 *
 * @see <a href="https://arxiv.org/abs/1611.00712">Maddison, Mnih, Teh, The concrete distribution (2017), equation 10</a>
 */
public final class RelaxedOneHotCategorical extends VectorFamily implements Reparameterized {
    /** The parameters temperature and probabilities. */
    public static final Family<RelaxedOneHotCategorical> FAMILY = Family.of(
            "RelaxedOneHotCategorical",
            p -> new RelaxedOneHotCategorical(p, false),
            Parameter.positive("temperature"),
            new Parameter("probabilities", new Simplex()));

    /** The parameters temperature and logits. */
    public static final Family<RelaxedOneHotCategorical> BY_LOGITS = Family.of(
            "RelaxedOneHotCategorical",
            p -> new RelaxedOneHotCategorical(p, true),
            Parameter.positive("temperature"),
            new Parameter("logits", new Logits()));

    private final Tensor temperature;
    private final Categorical categories;

    private RelaxedOneHotCategorical(List<Tensor> parameters, boolean byLogits) {
        super(byLogits ? BY_LOGITS : FAMILY, parameters, lastAxis(parameters.get(1)));
        this.temperature = parameters.get(0);
        Tensor parameter = parameters.get(1);
        this.categories =
                byLogits ? Categorical.BY_LOGITS.unchecked(parameter) : Categorical.FAMILY.unchecked(parameter);
    }

    /**
     * {@return the relaxed distributions with these probabilities} Values are checked, but not inside a gradient call.
     *
     * @param temperature τ, [batch…], positive and finite
     * @param probabilities p, [batch…, k], in [0, 1]; each row sums to 1, up to 10⁻⁵ in FLOAT32 and 10⁻⁹ in FLOAT64
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static RelaxedOneHotCategorical of(Tensor temperature, Tensor probabilities) {
        return FAMILY.of(temperature, probabilities);
    }

    /**
     * {@return the relaxed distributions with these logits} Values are checked, but not inside a gradient call.
     *
     * @param temperature τ, [batch…], positive and finite
     * @param logits l, [batch…, k], below +∞ and not all −∞
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static RelaxedOneHotCategorical fromLogits(Tensor temperature, Tensor logits) {
        return BY_LOGITS.of(temperature, logits);
    }

    /** {@return the parameter temperature as it was given} */
    public Tensor temperature() {
        return temperature;
    }

    /** {@return the categories that are relaxed} */
    public Categorical categories() {
        return categories;
    }

    @Override
    public Constraint support() {
        return new Simplex();
    }

    @Override
    Tensor logDensity(Tensor x) {
        int k = eventShape().at(0);
        Tensor onEdge = x.equalTo(0).any(-1);
        Tensor logs = Tensor.where(onEdge.expandDims(-1), inner(), x).log();
        Tensor scores = categories.logits().minus(logs.times(temperature.expandDims(-1)));
        Tensor value = scores.logSoftmax(-1)
                .minus(logs)
                .sum(-1)
                .plus(temperature.log().times(k - 1))
                .plus(GammaFunction.logGamma(k));
        return Tensor.where(onEdge, constant(Double.NEGATIVE_INFINITY), value);
    }

    @Override
    Tensor inner() {
        return constant(1.0 / eventShape().at(0)).broadcastTo(eventShape());
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        Tensor exponential = Draws.exponential(key, backend(), shape.then(eventShape()), DType.FLOAT64);
        Tensor parameter = parameters().get(1);
        Tensor logits = categories.isByLogits() ? parameter : HostMath.log(parameter);
        return FixedOrder.softmax(logits.minus(HostMath.log(exponential)).div(temperature.expandDims(-1)));
    }

    @Override
    Tensor rounded(Tensor draws) {
        double least = dtype() == DType.FLOAT32 ? Float.MIN_NORMAL : Double.MIN_NORMAL;
        return draws.maximum(least).cast(dtype());
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return drawn(key, sampleShape);
    }
}
