package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parametric;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Vectors whose density is a function of (x − μ)ᵀ Σ⁻¹ (x − μ) alone. Parameters of FLOAT32 are factored in FLOAT64; only the product with many
 * vectors is made in their own type.
 */
abstract sealed class Elliptical implements Parametric, Reparameterized, HasEntropy, HasMoments, HasMode
        permits MultivariateNormal, MultivariateStudentT {
    private final Family<?> family;
    private final List<Tensor> parameters;
    private final Tensor location;
    private final Covariance matrix;
    private final Shape batchShape;

    Elliptical(Family<?> family, List<Tensor> parameters, Tensor location, Covariance matrix) {
        this.family = family;
        this.parameters = List.copyOf(parameters);
        this.location = location;
        this.matrix = matrix;
        this.batchShape = family.batchShape(parameters);
        int d = location.shape().dim(-1);
        if (d != matrix.dimension()) {
            throw new IllegalArgumentException(family.name() + ": a location of shape " + location.shape() + " has " + d
                    + " elements, but the parameter of shape "
                    + parameters.get(parameters.size() - 1).shape() + " is for " + matrix.dimension()
                    + ". They must be equal.");
        }
    }

    /** The log-density less that of the whitened vector's own normaliser, FLOAT64, of x − μ in its own dtype. */
    abstract Tensor logDensity(Tensor deviation);

    /** FLOAT64 draws. */
    abstract Tensor draw(RandomKey key, Shape shape);

    final Covariance spread() {
        return matrix;
    }

    @Override
    public final Tensor logProb(Tensor x) {
        if (x.dtype() != dtype() || x.backend() != backend()) {
            throw new IllegalArgumentException(family.name() + ": x (" + x + ") must have the dtype " + dtype()
                    + " and the backend " + backend().name() + " of the parameters. Use cast(DType) or to(Backend).");
        }
        BatchShape.requireEvent(family.name(), x.shape(), eventShape());
        Shape shape = BatchShape.common(
                family.name(), "the batch of x", x.shape().axes(0, x.rank() - 1), "the batch", batchShape);
        return Scope.tidy(() -> {
            Tensor deviation = x.minus(location);
            Tensor value = logDensity(deviation);
            return masked(deviation, value).broadcastTo(shape).cast(dtype());
        });
    }

    /**
     * −∞ at infinite vectors, whose products with zeros are NaN, and at those whose products overflow on both sides. A gradient call, in which no
     * number is looked at, asks every vector.
     */
    private Tensor masked(Tensor deviation, Tensor value) {
        Tensor isUnknown = value.isNaN();
        boolean isTraced = value.stopGradient() != value;
        if (!isTraced && (isUnknown.shape().isEmpty() || isUnknown.any().item() == 0)) {
            return value;
        }
        Tensor given = deviation.isNaN().any(-1).or(matrix.halfLogDeterminant().isNaN());
        return Tensor.where(isUnknown.and(given.not()), number(Double.NEGATIVE_INFINITY), value);
    }

    @Override
    public final Tensor sample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> {
            boolean isTraced = parameters.stream().anyMatch(p -> p.stopGradient() != p);
            Elliptical constant = isTraced ? (Elliptical) mapTensors(Tensor::stopGradient) : this;
            return constant.rsample(key, sampleShape);
        });
    }

    @Override
    public final Tensor rsample(RandomKey key, Shape sampleShape) {
        Shape shape = sampleShape.then(batchShape);
        return Scope.tidy(
                () -> draw(key, shape).plus(location.cast(DType.FLOAT64)).cast(dtype()));
    }

    /** A function of the parameters, of batchShape + event. */
    final Tensor statistic(Shape event, Supplier<Tensor> function) {
        return Scope.tidy(
                () -> function.get().broadcastTo(batchShape.then(event)).cast(dtype()));
    }

    final Tensor number(double value) {
        return backend().scalar(value, DType.FLOAT64);
    }

    /** {@return μ as it was given} */
    public final Tensor location() {
        return location;
    }

    /** {@return whether the elements are uncorrelated by construction, so that no matrix is formed} */
    public final boolean isDiagonal() {
        return matrix instanceof DiagonalCovariance;
    }

    /** {@return the lower Cholesky factor L of Σ, [batch…, d, d]} */
    public final Tensor factor() {
        return Scope.tidy(() -> matrix.factor().cast(dtype()));
    }

    /** {@return the diagonal of L, [batch…, d]: the square roots of Σ's where the elements are uncorrelated} */
    public final Tensor factorDiagonal() {
        return Scope.tidy(() -> (matrix instanceof DiagonalCovariance diagonal
                        ? diagonal.scale()
                        : matrix.factor().diagonal())
                .cast(dtype()));
    }

    /** {@return the number d of elements of one outcome} */
    public final int dimension() {
        return location.shape().dim(-1);
    }

    @Override
    public final Shape batchShape() {
        return batchShape;
    }

    @Override
    public final Shape eventShape() {
        return Shape.of(dimension());
    }

    @Override
    public final Constraint support() {
        return Interval.REAL.over(1);
    }

    /** {@return μ, batchShape + [d]} */
    @Override
    public final Tensor mode() {
        return location.broadcastTo(batchShape.then(eventShape()));
    }

    @Override
    public final Backend backend() {
        return location.backend();
    }

    @Override
    public final DType dtype() {
        return location.dtype();
    }

    @Override
    public final Family<?> family() {
        return family;
    }

    @Override
    public final List<Tensor> parameters() {
        return parameters;
    }

    @Override
    public final void forEachTensor(Consumer<? super Tensor> visitor) {
        parameters.forEach(visitor);
        matrix.forEachTensor(visitor);
    }

    @Override
    public final String toString() {
        return family.name() + " " + batchShape + " of " + dimension() + " elements, " + dtype() + " on "
                + backend().name();
    }
}
