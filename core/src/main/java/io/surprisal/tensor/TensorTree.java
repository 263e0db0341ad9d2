package io.surprisal.tensor;

import java.util.function.Consumer;

/**
 * A value made of tensors: one tensor, named parameters, the state of an optimiser. {@link Scope#tidy} keeps, and {@link Held}
 * releases, every tensor in it.
 */
@FunctionalInterface
public interface TensorTree {
    /**
     * Shows each tensor of this value to {@code visitor}, in a fixed order.
     *
     * @param visitor what is shown each tensor
     */
    void forEachTensor(Consumer<? super Tensor> visitor);
}
