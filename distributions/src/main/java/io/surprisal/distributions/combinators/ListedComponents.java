package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Components of any families, of one event shape, dtype and backend, whose batches broadcast. */
record ListedComponents(List<Distribution> distributions, Shape batchShape) implements Components {
    static ListedComponents of(List<? extends Distribution> components) {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("Mixture: there are no components. Give at least one.");
        }
        Distribution first = components.get(0);
        Shape batch = first.batchShape();
        for (int i = 1; i < components.size(); i++) {
            Distribution next = components.get(i);
            boolean isAlike = next.eventShape().equals(first.eventShape())
                    && next.dtype() == first.dtype()
                    && next.backend() == first.backend();
            if (!isAlike) {
                throw new IllegalArgumentException("Mixture: components must have one event shape, dtype and backend, "
                        + "but components[0] = " + first + " has the event shape " + first.eventShape()
                        + " and components[" + i + "] = " + next + " has " + next.eventShape() + ".");
            }
            batch = BatchShape.common(
                    "Mixture", "the components before", batch, "components[" + i + "]", next.batchShape());
        }
        return new ListedComponents(List.copyOf(components), batch);
    }

    @Override
    public int count() {
        return distributions.size();
    }

    @Override
    public Tensor ofEach(Tensor x, BiFunction<Distribution, Tensor, Tensor> function) {
        return stacked(distribution -> function.apply(distribution, x), 0, Shape.scalar());
    }

    @Override
    public Tensor ofEachElement(Tensor x, BiFunction<Distribution, Tensor, Tensor> function) {
        return stacked(distribution -> function.apply(distribution, x), 1, Shape.scalar());
    }

    @Override
    public Tensor ofEach(Function<Distribution, Tensor> function) {
        return stacked(function, first().eventShape().rank(), batchShape.then(first().eventShape()));
    }

    /** Values of each, broadcast to one shape, on a new axis before the last ones. */
    private Tensor stacked(Function<Distribution, Tensor> function, int lastAxes, Shape atLeast) {
        List<Tensor> values = new ArrayList<>(count());
        Shape shape = atLeast;
        for (Distribution distribution : distributions) {
            Tensor value = function.apply(distribution);
            values.add(value);
            shape = BatchShape.common("Mixture", "x", shape, "the components", value.shape());
        }
        Shape common = shape;
        return Tensor.stack(
                values.stream().map(value -> value.broadcastTo(common)).toList(), -1 - lastAxes);
    }

    @Override
    public Tensor draws(RandomKey key, Shape sampleShape, Shape batch) {
        List<Tensor> draws = new ArrayList<>(count());
        for (int i = 0; i < count(); i++) {
            Distribution distribution = distributions.get(i);
            RandomKey own = key.foldIn(i);
            draws.add(WideDraws.of(distribution, sampleShape, batch, shape -> distribution.sample(own, shape)));
        }
        return Tensor.stack(draws, -1 - first().eventShape().rank());
    }

    @Override
    public Components mapTensors(UnaryOperator<Tensor> change) {
        return of(distributions.stream()
                .map(distribution -> Outcomes.rebuilt(distribution, change))
                .toList());
    }
}
