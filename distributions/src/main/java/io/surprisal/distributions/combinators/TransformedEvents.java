package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Rebuildable;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.WholeArgument;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.distributions.family.TrailingAxes;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Vectors, or numbers without known tails, transformed by a bijection, computed in their own precision. */
sealed class TransformedEvents implements Transformed, Rebuildable permits ReparameterizedTransformedEvents {
    private final Distribution base;
    private final Bijector bijector;
    private final boolean isDiscrete;
    private final boolean isWhole;
    private final Shape batchShape;
    private final Shape eventShape;

    TransformedEvents(Distribution base, Bijector bijector) {
        this.base = base;
        this.bijector = bijector;
        this.isDiscrete = Outcomes.areDiscrete(base);
        this.isWhole = Outcomes.areWhole(base);
        requireFreeElements();
        Shape all = shapeOfImage(base, bijector);
        int eventRank = base.eventShape().rank() - bijector.domainRank() + bijector.imageRank();
        this.batchShape = all.axes(0, all.rank() - eventRank);
        this.eventShape = all.axes(all.rank() - eventRank, all.rank());
    }

    /** A map of elements has a determinant where that of the base's density is one of elements. */
    private void requireFreeElements() {
        Scope.run(() -> {
            Bijector reals = dependent().orElse(null);
            if (reals != null && !(bijector.domainRank() == 0 && reals.hasFreeElements())) {
                throw new IllegalArgumentException("Transformed: " + bijector + " takes arguments of "
                        + bijector.domainRank() + " axes, but outcomes of " + base + " are "
                        + base.support().rule()
                        + ": their elements depend on each other, so that there is no determinant. Use a map of "
                        + reals.imageRank() + " axes.");
            }
        });
    }

    /** What makes the base's outcomes of real numbers, where their elements depend on each other and the map takes parts of them. */
    private Optional<Bijector> dependent() {
        return isDiscrete
                ? Optional.empty()
                : Outcomes.fromReals(base)
                        .filter(reals -> !reals.hasFreeValues() && bijector.domainRank() < reals.imageRank());
    }

    private static Shape shapeOfImage(Distribution base, Bijector bijector) {
        Shape[] shape = new Shape[1];
        Shape argument = base.batchShape().then(base.eventShape());
        Scope.run(() -> shape[0] =
                bijector.forward(base.backend().zeros(argument, base.dtype())).shape());
        return shape[0];
    }

    @Override
    public Tensor logProb(Tensor y) {
        BatchShape.requireEvent("Transformed", y.shape(), eventShape);
        return Scope.tidy(() -> {
            Tensor outside = isOutside(y);
            Tensor inside = isAny(outside) ? Tensor.where(overEvent(outside), inner(), y) : y;
            Tensor ofBase =
                    base.logProb(isWhole ? WholeArgument.of(bijector, inside, dtype()) : bijector.inverse(inside));
            Tensor value = isDiscrete ? ofBase : ofBase.plus(logDeterminant(inside));
            Tensor isNever = outside.or(ofBase.equalTo(Double.NEGATIVE_INFINITY));
            Tensor never = y.backend().scalar(Double.NEGATIVE_INFINITY, dtype());
            Tensor result = Tensor.where(isNever, never, value);
            Tensor isNaN = overAxes(y.isNaN());
            return Tensor.where(isNaN, y.backend().scalar(Double.NaN, dtype()), result);
        });
    }

    private Tensor logDeterminant(Tensor y) {
        Tensor ofParts = bijector.inverseLogDeterminant(y);
        Bijector reals = dependent().orElse(null);
        return reals == null
                ? TrailingAxes.sum(ofParts, eventShape.rank() - bijector.imageRank())
                : TrailingAxes.sum(reals.sumOverFree(ofParts), eventShape.rank() - reals.imageRank());
    }

    /** A look at the values, which is a synchronisation with a device, but cheaper there than a draw. */
    private static boolean isAny(Tensor outside) {
        boolean[] any = new boolean[1];
        Scope.run(() -> any[0] = outside.any().item() != 0);
        return any[0];
    }

    private Tensor isOutside(Tensor y) {
        return Scope.tidy(() -> support().holds(y.stopGradient()).not());
    }

    /** A draw of each distribution, which derivatives are taken at in place of what is outside. */
    private Tensor inner() {
        return sample(RandomKey.of(0));
    }

    private Tensor overEvent(Tensor ofBatch) {
        Tensor wide = ofBatch;
        for (int i = 0; i < eventShape.rank(); i++) {
            wide = wide.expandDims(-1);
        }
        return wide;
    }

    private Tensor overAxes(Tensor ofElements) {
        Tensor any = ofElements;
        for (int i = 0; i < eventShape.rank(); i++) {
            any = any.any(-1);
        }
        return any;
    }

    @Override
    public Tensor sample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> drawn(
                        sampleShape, shape -> base.sample(key, shape).cast(dtype()))
                .stopGradient());
    }

    final Tensor drawn(Shape sampleShape, Function<Shape, Tensor> draw) {
        return MappedDraws.of(bijector, WideDraws.of(base, sampleShape, batchShape, draw));
    }

    @Override
    public Constraint support() {
        return base.support().image(bijector, base.backend().scalar(0, dtype()));
    }

    @Override
    public Distribution base() {
        return base;
    }

    @Override
    public Bijector bijector() {
        return bijector;
    }

    @Override
    public Transformed mapTensors(UnaryOperator<Tensor> change) {
        return Transformed.of(Outcomes.rebuilt(base, change), bijector.mapTensors(change));
    }

    @Override
    public Shape eventShape() {
        return eventShape;
    }

    @Override
    public Shape batchShape() {
        return batchShape;
    }

    @Override
    public Backend backend() {
        return base.backend();
    }

    @Override
    public DType dtype() {
        return base.dtype();
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        base.forEachTensor(visitor);
        bijector.mapTensors(t -> {
            visitor.accept(t);
            return t;
        });
    }

    @Override
    public String toString() {
        return bijector + " of " + base;
    }
}
