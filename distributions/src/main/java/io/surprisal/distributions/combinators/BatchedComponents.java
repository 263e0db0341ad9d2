package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Components of one family, along the last batch axis. */
record BatchedComponents(Distribution distribution) implements Components {
    BatchedComponents {
        if (distribution.batchShape().rank() == 0) {
            throw new IllegalArgumentException("Mixture: the components " + distribution
                    + " need a last batch axis, along which they lie. Give the parameters one, or use a list.");
        }
    }

    @Override
    public int count() {
        return distribution.batchShape().dim(-1);
    }

    @Override
    public Shape batchShape() {
        Shape all = distribution.batchShape();
        return all.axes(0, all.rank() - 1);
    }

    @Override
    public List<Distribution> distributions() {
        return List.of(distribution);
    }

    @Override
    public Tensor ofEach(Tensor x, BiFunction<Distribution, Tensor, Tensor> function) {
        int eventRank = distribution.eventShape().rank();
        return function.apply(distribution, x.expandDims(-1 - eventRank));
    }

    @Override
    public Tensor ofEachElement(Tensor x, BiFunction<Distribution, Tensor, Tensor> function) {
        return function.apply(distribution, x.expandDims(-2));
    }

    @Override
    public Tensor ofEach(Function<Distribution, Tensor> function) {
        return function.apply(distribution);
    }

    @Override
    public Tensor draws(RandomKey key, Shape sampleShape, Shape batch) {
        return WideDraws.of(
                distribution, sampleShape, batch.then(Shape.of(count())), shape -> distribution.sample(key, shape));
    }

    @Override
    public Components mapTensors(UnaryOperator<Tensor> change) {
        return new BatchedComponents(Outcomes.rebuilt(distribution, change));
    }
}
