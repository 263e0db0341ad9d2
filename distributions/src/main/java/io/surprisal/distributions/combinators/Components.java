package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The components of a mixture: a list of distributions, or the last batch axis of one. */
sealed interface Components permits BatchedComponents, ListedComponents {
    int count();

    /** The batch shape, without the axis of the components. */
    Shape batchShape();

    /** The distributions: all of the list, or the one of the batch. */
    List<Distribution> distributions();

    /**
     * A function of outcomes for each component, on a new last axis.
     *
     * @param x outcomes, or probabilities, [sample…, batch…, event…]
     * @param function from a distribution and such numbers to a number for each, [sample…, batch…]
     */
    Tensor ofEach(Tensor x, BiFunction<Distribution, Tensor, Tensor> function);

    /**
     * A function of the elements of vectors for each component, on a new axis before the last.
     *
     * @param x vectors, [sample…, batch…, d]
     * @param function from a distribution and such vectors to vectors, [sample…, batch…, m]
     */
    Tensor ofEachElement(Tensor x, BiFunction<Distribution, Tensor, Tensor> function);

    /**
     * A function of the components alone, batchShape + [components] + eventShape.
     *
     * @param function from a distribution to a tensor of its batch and event shapes
     */
    Tensor ofEach(Function<Distribution, Tensor> function);

    /** A draw of every component: sampleShape + batch + [components] + eventShape. */
    Tensor draws(RandomKey key, Shape sampleShape, Shape batch);

    Components mapTensors(UnaryOperator<Tensor> change);

    /** The first distribution, whose event shape, backend and dtype all have. */
    default Distribution first() {
        return distributions().get(0);
    }

    default boolean haveAll(Class<?> capability) {
        return distributions().stream()
                .allMatch(distribution -> distribution.capability(capability).isPresent());
    }
}
