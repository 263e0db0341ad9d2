package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.UnitVector;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Directions x around a mean direction μ, symmetric about it: the law of the gap w = 1 − μᵀx says all. A draw is μ − wμ + √(w(2 − w)) v with a
 * unit vector v orthogonal to μ, which is a normal vector without its part along μ, and so moves smoothly with μ.
 */
abstract sealed class Directional extends VectorFamily implements Reparameterized, HasEntropy, HasMoments, HasMode
        permits VonMisesFisher, PowerSpherical {
    private final Tensor direction;
    private final Tensor concentration;

    Directional(Family<?> family, List<Tensor> parameters) {
        super(family, parameters, lastAxis(parameters.get(0)));
        this.direction = parameters.get(0);
        this.concentration = parameters.get(1);
        if (dimension() < 2) {
            throw new IllegalArgumentException(family.name() + ": direction of shape " + direction.shape()
                    + " must have at least 2 elements. On the line use Bernoulli.");
        }
    }

    static Parameter[] directionAndConcentration() {
        return new Parameter[] {
            new Parameter("direction", new UnitVector()), new Parameter("concentration", Interval.NOT_NEGATIVE)
        };
    }

    /** FLOAT64 draws of w, in (0, 2). */
    abstract Tensor gap(RandomKey key, Shape shape);

    /** E[μᵀx]. */
    abstract Tensor meanLength();

    /** The variance of μᵀx. */
    abstract Tensor varianceAlong();

    /** The variance of x along any axis orthogonal to μ. */
    abstract Tensor varianceAcross();

    @Override
    final Tensor inner() {
        return direction;
    }

    @Override
    final Tensor draw(RandomKey key, Shape shape) {
        Tensor mu = FixedOrder.normalised(direction);
        Tensor w = gap(key.foldIn(0), shape).expandDims(-1);
        Tensor z = Draws.normal(key.foldIn(1), backend(), shape.then(eventShape()), DType.FLOAT64);
        Tensor along = FixedOrder.sum(z.times(mu)).expandDims(-1);
        Tensor across = FixedOrder.normalised(z.minus(along.times(mu)));
        Tensor sine = w.times(w.neg().plus(2)).sqrt();
        return mu.minus(w.times(mu)).plus(sine.times(across));
    }

    @Override
    public final Tensor rsample(RandomKey key, Shape sampleShape) {
        return drawn(key, sampleShape);
    }

    /** {@return μ E[μᵀx]} */
    @Override
    public final Tensor mean() {
        return statistic(
                this, eventShape(), d -> d.direction().times(d.meanLength().expandDims(-1)));
    }

    /** {@return the variance along μ times μᵢ², and that across times 1 − μᵢ²} */
    @Override
    public final Tensor variance() {
        return statistic(this, eventShape(), d -> {
            Tensor share = d.direction().square();
            Tensor along = d.varianceAlong().expandDims(-1).times(share);
            return d.varianceAcross().expandDims(-1).times(share.neg().plus(1)).plus(along);
        });
    }

    /** {@return μ} */
    @Override
    public final Tensor mode() {
        return direction.broadcastTo(batchShape().then(eventShape()));
    }

    @Override
    public final Constraint support() {
        return new UnitVector();
    }

    /** {@return the parameter μ as it was given} */
    public final Tensor direction() {
        return direction;
    }

    /** {@return the parameter κ as it was given} */
    public final Tensor concentration() {
        return concentration;
    }

    final int dimension() {
        return direction.shape().dim(-1);
    }

    final Tensor elements() {
        return constant(dimension());
    }
}
