package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * A function's value and a derivative of it, along a direction or against a cotangent.
 *
 * @param value f(x)
 * @param product the Jacobian times the direction, or the cotangent times the Jacobian
 */
public record ValueAndTangent(Tensor value, Tensor product) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(value);
        visitor.accept(product);
    }
}
