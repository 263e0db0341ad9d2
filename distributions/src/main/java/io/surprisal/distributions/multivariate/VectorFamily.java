package io.surprisal.distributions.multivariate;

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
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A family of vectors, from a density inside the support, a vector there, and draws, all in double precision. This class checks what it is given,
 * answers −∞ outside the support, passes NaN on, and casts FLOAT32 to FLOAT64 and the results back.
 */
abstract class VectorFamily implements Parametric {
    private final Family<?> family;
    private final List<Tensor> parameters;
    private final Shape batchShape;
    private final int dimension;

    VectorFamily(Family<?> family, List<Tensor> parameters, int dimension) {
        this.family = family;
        this.parameters = List.copyOf(parameters);
        this.batchShape = family.batchShape(parameters);
        this.dimension = dimension;
    }

    /** The log-density or log-probability of FLOAT64 vectors of the support, [batch…, d] to [batch…]. */
    abstract Tensor logDensity(Tensor x);

    /** A vector of the support for each distribution, FLOAT64, which broadcasts to [batch…, d]. */
    abstract Tensor inner();

    /** FLOAT64 draws of shape + [d], to which the batch shape broadcasts; differentiable where the family is reparameterised. */
    abstract Tensor draw(RandomKey key, Shape shape);

    @Override
    public final Tensor logProb(Tensor x) {
        requireFit(x);
        Shape shape = BatchShape.common(
                family.name(), "the batch of x", x.shape().axes(0, x.rank() - 1), "the batch", batchShape);
        return Scope.tidy(() -> {
            Tensor outside = support().holds(x).not();
            Tensor doubles = x.cast(DType.FLOAT64);
            VectorFamily d = inDoubles(this);
            Tensor value = d.logDensity(Tensor.where(outside.expandDims(-1), d.inner(), doubles));
            Tensor never = constant(Double.NEGATIVE_INFINITY);
            Tensor result = Tensor.where(outside, never, value);
            return Tensor.where(doubles.isNaN().any(-1), constant(Double.NaN), result)
                    .broadcastTo(shape)
                    .cast(dtype());
        });
    }

    private void requireFit(Tensor x) {
        if (x.dtype() != dtype() || x.backend() != backend()) {
            throw new IllegalArgumentException(family.name() + ": x (" + x + ") must have the dtype " + dtype()
                    + " and the backend " + backend().name()
                    + " of the parameters. Use cast(DType) or to(Backend).");
        }
        BatchShape.requireEvent(family.name(), x.shape(), eventShape());
    }

    @Override
    public final Tensor sample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> rebuilt(this, Tensor::stopGradient).drawn(key, sampleShape));
    }

    /** Draws of the parameters' dtype. */
    final Tensor drawn(RandomKey key, Shape sampleShape) {
        Shape shape = sampleShape.then(batchShape);
        return Scope.tidy(() -> rounded(inDoubles(this).draw(key, shape)));
    }

    /** FLOAT64 draws in the parameters' dtype. */
    Tensor rounded(Tensor draws) {
        return draws.cast(dtype());
    }

    /** A function of the parameters alone, of batchShape + event. */
    static <D extends VectorFamily> Tensor statistic(D self, Shape event, Function<D, Tensor> function) {
        return Scope.tidy(() -> function.apply(inDoubles(self))
                .broadcastTo(self.batchShape().then(event))
                .cast(self.dtype()));
    }

    final Tensor constant(double value) {
        return backend().scalar(value, DType.FLOAT64);
    }

    private static <D extends VectorFamily> D inDoubles(D self) {
        return self.dtype() == DType.FLOAT64 ? self : rebuilt(self, p -> p.cast(DType.FLOAT64));
    }

    @SuppressWarnings("unchecked") // A family makes distributions of the class whose constant it is.
    private static <D extends VectorFamily> D rebuilt(D self, UnaryOperator<Tensor> change) {
        VectorFamily general = self;
        Tensor[] changed = general.parameters.stream().map(change).toArray(Tensor[]::new);
        return (D) general.family.unchecked(changed);
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
    public final Shape batchShape() {
        return batchShape;
    }

    @Override
    public final Shape eventShape() {
        return Shape.of(dimension);
    }

    @Override
    public final Backend backend() {
        return parameters.get(0).backend();
    }

    @Override
    public final DType dtype() {
        return parameters.get(0).dtype();
    }

    @Override
    public final void forEachTensor(Consumer<? super Tensor> visitor) {
        parameters.forEach(visitor);
    }

    @Override
    public final String toString() {
        return family.name() + " " + batchShape + " of " + dimension + " elements, " + dtype() + " on "
                + backend().name();
    }
}
