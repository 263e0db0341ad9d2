package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * What an objective returns: the number to minimise, and named parts of it to be reported, which take no part in the gradient.
 *
 * @param total one number
 * @param parts what it is made of, for logs; may be empty
 */
public record Loss(Tensor total, Parameters parts) implements TensorTree {
    /**
     * A loss without parts.
     *
     * @param total one number
     * @return the loss
     */
    public static Loss of(Tensor total) {
        return new Loss(total, Parameters.empty());
    }

    /**
     * This loss with a part to report.
     *
     * @param name its name
     * @param value its value
     * @return the new loss
     */
    public Loss with(String name, Tensor value) {
        return new Loss(total, parts.with(name, value));
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(total);
        parts.forEachTensor(visitor);
    }
}
