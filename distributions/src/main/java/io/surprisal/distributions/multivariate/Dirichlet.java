package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.continuous.GammaMath;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Dirichlet distributions of vectors of probabilities, with density Π xᵢ^(αᵢ − 1)/B(α) over the first k − 1 elements, where B(α) = Π Γ(αᵢ)/Γ(Σ
 * αᵢ); one distribution for each row along the parameter's last axis.
 *
 * <p>Where an element is 0 the density is 0, finite or ∞ as its concentration is above, at or below 1. Vectors whose sum is not 1 to 10⁻⁹ (10⁻⁵
 * in FLOAT32) have log-density −∞. Draws are gamma draws over their sum, formed from logarithms, so that small concentrations, whose gamma draws
 * underflow, have the right distribution too; their derivatives are the implicit ones of the gamma draws.
 *
 * <p>Accuracy: log-densities and entropies within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for concentrations from 0.1 to
 * 1,000; at 10⁻⁶ and up to 10¹⁰ within 1e-12 in place of 1e-14.
 */
public final class Dirichlet extends VectorFamily implements Reparameterized, HasEntropy, HasMoments, HasMode {
    /** The parameter concentration. */
    public static final Family<Dirichlet> FAMILY =
            Family.of("Dirichlet", Dirichlet::new, new Parameter("concentration", Interval.POSITIVE.over(1)));

    private final Tensor concentration;

    private Dirichlet(List<Tensor> parameters) {
        super(FAMILY, parameters, lastAxis(parameters.get(0)));
        this.concentration = parameters.get(0);
    }

    /**
     * {@return the Dirichlet distributions with these concentrations} Values are checked, but not inside a gradient call.
     *
     * @param concentration α, [batch…, k], positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, there is no axis of elements, or the dtype is not floating
     */
    public static Dirichlet of(Tensor concentration) {
        return FAMILY.of(concentration);
    }

    /** {@return the parameter concentration as it was given} */
    public Tensor concentration() {
        return concentration;
    }

    @Override
    public Constraint support() {
        return new Simplex();
    }

    @Override
    Tensor logDensity(Tensor x) {
        Tensor isZero = x.equalTo(0);
        Tensor onEdge = isZero.any(-1);
        Tensor inside = Tensor.where(onEdge.expandDims(-1), inner(), x);
        // The sum is not quite 1: Π xᵢ^αᵢ is that of the normalised vector times a power of it.
        Tensor scale = concentration.sum(-1).times(inside.sum(-1).minus(1).log1p());
        Tensor value = DirichletMath.logScaledDensity(concentration, inside)
                .plus(scale)
                .minus(inside.log().sum(-1));
        Tensor logs = concentration.minus(1).xlogy(x).sum(-1);
        Tensor atEdge = logs.plus(concentration.sum(-1).logGamma())
                .minus(concentration.logGamma().sum(-1));
        return Tensor.where(onEdge, atEdge, value);
    }

    @Override
    Tensor inner() {
        return constant(1.0 / eventShape().at(0)).broadcastTo(eventShape());
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        return FixedOrder.softmax(GammaMath.logDraw(key, concentration, shape.then(eventShape())));
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return drawn(key, sampleShape);
    }

    /**
     * {@return logarithms of draws of {@link #sample(RandomKey, Shape)} under the same key: finite where the elements underflow}
     *
     * @param key the key of the draw
     * @param sampleShape how many draws of each distribution
     */
    public Tensor sampleLog(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> rsampleLog(key, sampleShape).stopGradient());
    }

    /**
     * {@return the numbers of {@link #sampleLog}, through which derivatives flow to the parameter}
     *
     * @param key the key of the draw
     * @param sampleShape how many draws of each distribution
     */
    public Tensor rsampleLog(RandomKey key, Shape sampleShape) {
        Shape shape = sampleShape.then(batchShape()).then(eventShape());
        return Scope.tidy(() -> {
            Tensor logs = GammaMath.logDraw(key, concentration.cast(DType.FLOAT64), shape);
            Tensor largest = logs.stopGradient().max(-1).expandDims(-1);
            Tensor below = logs.minus(largest);
            Tensor total = FixedOrder.sum(HostMath.exp(below)).expandDims(-1);
            return below.minus(HostMath.log(total)).cast(dtype());
        });
    }

    /**
     * {@return (α − 1)/(Σα − k) where all concentrations are above 1; those below count as 1, and if none is above, the corner of the last of the
     * largest}
     */
    @Override
    public Tensor mode() {
        return statistic(this, eventShape(), d -> {
            Tensor above = d.concentration.minus(1).relu();
            Tensor sum = above.sum(-1).expandDims(-1);
            Tensor isInside = sum.greater(0);
            int k = eventShape().at(0);
            Tensor corner = d.concentration
                    .reverse(-1)
                    .argmax(-1)
                    .oneHot(k, DType.FLOAT64)
                    .reverse(-1);
            return Tensor.where(isInside, above.div(Tensor.where(isInside, sum, constant(1))), corner);
        });
    }

    /** {@return log B(α) + (Σα − k)ψ(Σα) − Σ (αᵢ − 1)ψ(αᵢ), the differential entropy over the first k − 1 elements} */
    @Override
    public Tensor entropy() {
        return statistic(this, Shape.scalar(), d -> DirichletMath.entropy(d.concentration));
    }

    private Tensor total() {
        return concentration.sum(-1).expandDims(-1);
    }

    /** {@return α/Σα} */
    @Override
    public Tensor mean() {
        return statistic(this, eventShape(), d -> d.concentration.div(d.total()));
    }

    /** {@return m(1 − m)/(Σα + 1) with the mean m} */
    @Override
    public Tensor variance() {
        return statistic(this, eventShape(), d -> {
            Tensor mean = d.concentration.div(d.total());
            return mean.times(mean.neg().plus(1)).div(d.total().plus(1));
        });
    }
}
