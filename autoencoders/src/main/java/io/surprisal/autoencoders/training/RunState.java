package io.surprisal.autoencoders.training;

import io.surprisal.autodiff.Parameters;
import io.surprisal.optim.TrainingState;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * Every tensor that a step replaces.
 *
 * @param training parameters and the optimiser's memory of them
 * @param layers the state of layers that have one, such as running statistics
 */
record RunState(TrainingState training, Parameters layers) implements TensorTree {
    Parameters parameters() {
        return training.parameters();
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        training.forEachTensor(visitor);
        layers.forEachTensor(visitor);
    }
}
