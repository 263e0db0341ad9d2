package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * What an optimiser remembers between steps.
 *
 * @param step the number of updates done
 * @param slots tensors by slot and parameter, {@code mean.encoder.weight}; a checkpoint stores them as they are
 */
public record OptimizerState(long step, Parameters slots) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        slots.forEachTensor(visitor);
    }
}
