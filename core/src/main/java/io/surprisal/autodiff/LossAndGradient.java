package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * A loss and its gradient at one point.
 *
 * @param loss the loss, its parts included
 * @param gradient ∂ total / ∂ parameter, under the parameters' names
 */
public record LossAndGradient(Loss loss, Parameters gradient) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        loss.forEachTensor(visitor);
        gradient.forEachTensor(visitor);
    }
}
