package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * A function's value and its gradient at one point.
 *
 * @param value f(θ)
 * @param gradient ∂f/∂θ, under the parameters' names
 */
public record ValueAndGradient(Tensor value, Parameters gradient) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(value);
        gradient.forEachTensor(visitor);
    }
}
