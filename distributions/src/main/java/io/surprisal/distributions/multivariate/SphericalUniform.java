package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
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
import io.surprisal.special.GammaFunction;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * The uniform distribution of unit vectors of d ≥ 2 elements, with density Γ(d/2)/(2π^(d/2)) over the area of the sphere. The parameter is d
 * itself, one number for the whole batch.
 *
 * <p>Vectors whose length is not 1 to 10⁻⁹ (10⁻⁵ in FLOAT32) have log-density −∞. Draws are normal vectors over their length.
 */
public final class SphericalUniform extends VectorFamily implements Reparameterized, HasEntropy, HasMoments {
    /** The parameter dimension. */
    public static final Family<SphericalUniform> FAMILY = Family.of(
            "SphericalUniform",
            SphericalUniform::new,
            new Parameter("dimension", Interval.atLeast(2).whole()));

    private SphericalUniform(List<Tensor> parameters) {
        super(FAMILY, parameters, Shape.of(Dimension.of("SphericalUniform", parameters.get(0))));
    }

    /**
     * {@return the uniform distribution of unit vectors}
     *
     * @param backend where draws shall live
     * @param dtype their element type, floating
     * @param dimension d, at least 2
     * @throws IllegalArgumentException if d is less than 2 or the dtype not floating
     */
    public static SphericalUniform of(Backend backend, DType dtype, int dimension) {
        return FAMILY.of(backend.scalar(dimension, dtype));
    }

    @Override
    public Constraint support() {
        return new UnitVector();
    }

    private int dimension() {
        return eventShape().at(0);
    }

    private double logArea() {
        double half = 0.5 * dimension();
        return Math.log(2) + half * Math.log(Math.PI) - GammaFunction.logGamma(half);
    }

    @Override
    Tensor logDensity(Tensor x) {
        return x.sum(-1).times(0).minus(logArea());
    }

    @Override
    Tensor inner() {
        return backend().scalar(0, DType.INT64).oneHot(dimension(), DType.FLOAT64);
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        return FixedOrder.normalised(Draws.normal(key, backend(), shape.then(eventShape()), DType.FLOAT64));
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return drawn(key, sampleShape);
    }

    /** {@return the logarithm of the area of the sphere} */
    @Override
    public Tensor entropy() {
        return statistic(this, Shape.scalar(), d -> d.constant(d.logArea()));
    }

    /** {@return 0} */
    @Override
    public Tensor mean() {
        return statistic(this, eventShape(), d -> d.constant(0));
    }

    /** {@return 1/d} */
    @Override
    public Tensor variance() {
        return statistic(this, eventShape(), d -> d.constant(1.0 / d.dimension()));
    }
}
