package io.surprisal.distributions;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;

/** A family of numbers: event shape {@code []}, and parameters that broadcast to the batch shape. */
abstract class ScalarFamily implements Distribution {
    private final List<Tensor> parameters;
    private final Shape batchShape;

    ScalarFamily(Shape batchShape, Tensor... parameters) {
        this.batchShape = batchShape;
        this.parameters = List.of(parameters);
    }

    /**
     * The log-probabilities summed over the last {@code axes} axes: by {@link Independent}, so that a family with a fused kernel makes
     * no tensor of the terms.
     */
    abstract Tensor logProbSummed(Tensor x, int axes);

    @Override
    public final Tensor logProb(Tensor x) {
        return logProbSummed(x, 0);
    }

    @Override
    public final Shape batchShape() {
        return batchShape;
    }

    @Override
    public final Shape eventShape() {
        return Shape.scalar();
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
        return getClass().getSimpleName() + " " + batchShape + " " + dtype() + " on "
                + backend().name();
    }
}
