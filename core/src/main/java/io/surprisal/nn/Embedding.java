package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * A learned vector for each class: INT64 classes of any shape become vectors along a new last axis. Parameter: {@code table}
 * [classes, width], which starts standard normal.
 *
 * @param classes how many classes there are
 * @param width the length of each vector
 */
public record Embedding(int classes, int width) implements Layer {
    /**
     * Checks the sizes.
     *
     * @param classes how many classes there are
     * @param width the length of each vector
     * @throws IllegalArgumentException if one is less than 1
     */
    public Embedding {
        LayerRules.requirePositive("Embedding", "classes", classes);
        LayerRules.requirePositive("Embedding", "width", width);
    }

    /**
     * An embedding of these sizes.
     *
     * @param classes how many classes there are
     * @param width the length of each vector
     * @return the layer
     * @throws IllegalArgumentException if one is less than 1
     */
    public static Embedding of(int classes, int width) {
        return new Embedding(classes, width);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("Embedding", dtype);
        Shape shape = Shape.of(classes, width);
        return Parameters.of("table", Initialiser.normal(1).draw(key, backend, shape, dtype, new Fans(classes, width)));
    }

    /**
     * The vectors of classes.
     *
     * @throws IndexOutOfBoundsException if a class is not in 0 … classes − 1
     */
    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        if (x.dtype() != DType.INT64) {
            throw new IllegalArgumentException("Embedding: the classes are " + x + ", but must be INT64. Cast them.");
        }
        Tensor table = LayerRules.parameter("Embedding", parameters, "table", Shape.of(classes, width));
        return Scope.tidy(
                () -> table.indexSelect(x.flatten(), 0).reshape(x.shape().then(Shape.of(width))));
    }
}
