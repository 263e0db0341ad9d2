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
import java.util.stream.IntStream;

/**
 * A family of vectors or matrices, from a density inside the support, an outcome there, and draws, all in double precision. This class checks what it is given,
 * answers −∞ outside the support, passes NaN on, and casts FLOAT32 to FLOAT64 and the results back.
 */
abstract class VectorFamily implements Parametric {
    private final Family<?> family;
    private final List<Tensor> parameters;
    private final Shape batchShape;
    private final Shape eventShape;

    VectorFamily(Family<?> family, List<Tensor> parameters, Shape eventShape) {
        this.family = family;
        this.parameters = List.copyOf(parameters);
        this.batchShape = family.batchShape(parameters);
        this.eventShape = eventShape;
    }

    /** The event shape of vectors of as many elements as a parameter has. */
    static Shape lastAxis(Tensor parameter) {
        return parameter.shape().axes(Math.max(0, parameter.rank() - 1), parameter.rank());
    }

    /** The log-density or log-probability of FLOAT64 outcomes of the support, [batch…, event…] to [batch…]. */
    abstract Tensor logDensity(Tensor x);

    /** An outcome of the support for each distribution, FLOAT64, which broadcasts to [batch…, event…]. */
    abstract Tensor inner();

    /** FLOAT64 draws of shape + event, to which the batch shape broadcasts; differentiable where the family is reparameterised. */
    abstract Tensor draw(RandomKey key, Shape shape);

    @Override
    public final Tensor logProb(Tensor x) {
        requireFit(x);
        int lead = x.rank() - eventShape.rank();
        Shape shape =
                BatchShape.common(family.name(), "the batch of x", x.shape().axes(0, lead), "the batch", batchShape);
        return Scope.tidy(() -> {
            Tensor outside = support().holds(x).not();
            Tensor doubles = x.cast(DType.FLOAT64);
            VectorFamily d = inDoubles(this);
            Tensor value = d.logDensity(Tensor.where(alongEvent(outside), d.inner(), doubles));
            Tensor never = constant(Double.NEGATIVE_INFINITY);
            Tensor result = Tensor.where(outside, never, value);
            return Tensor.where(doubles.isNaN().any(eventAxes()), constant(Double.NaN), result)
                    .broadcastTo(shape)
                    .cast(dtype());
        });
    }

    private int[] eventAxes() {
        return IntStream.range(0, eventShape.rank()).map(i -> -1 - i).toArray();
    }

    /** With an axis of length 1 for each axis of the event. */
    final Tensor alongEvent(Tensor x) {
        Tensor result = x;
        for (int i = 0; i < eventShape.rank(); i++) {
            result = result.expandDims(-1);
        }
        return result;
    }

    /** The element type of outcomes. */
    DType outcomeType() {
        return dtype();
    }

    private void requireFit(Tensor x) {
        if (x.dtype() != outcomeType() || x.backend() != backend()) {
            throw new IllegalArgumentException(family.name() + ": x (" + x + ") must have the dtype " + outcomeType()
                    + " and the backend " + backend().name()
                    + " of the parameters. Use cast(DType) or to(Backend).");
        }
        BatchShape.requireEvent(family.name(), x.shape(), eventShape());
    }

    @Override
    public final Tensor sample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> rebuilt(this, Tensor::stopGradient).drawn(key, sampleShape));
    }

    /** Draws of the outcomes' dtype. */
    final Tensor drawn(RandomKey key, Shape sampleShape) {
        Shape shape = sampleShape.then(batchShape);
        return Scope.tidy(() -> rounded(inDoubles(this).draw(key, shape)));
    }

    /** FLOAT64 draws in the outcomes' dtype. */
    Tensor rounded(Tensor draws) {
        return draws.cast(outcomeType());
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
        return eventShape;
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
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        parameters.forEach(visitor);
    }

    @Override
    public final String toString() {
        return family.name() + " " + batchShape + " of outcomes " + eventShape + ", " + dtype() + " on "
                + backend().name();
    }
}
