package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * Parameters and the optimiser's memory of them: what one step of training replaces. It goes into a {@link
 * io.surprisal.tensor.Held}.
 *
 * @param parameters the present parameters
 * @param optimizer the optimiser's state
 */
public record TrainingState(Parameters parameters, OptimizerState optimizer) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        parameters.forEachTensor(visitor);
        optimizer.forEachTensor(visitor);
    }
}
