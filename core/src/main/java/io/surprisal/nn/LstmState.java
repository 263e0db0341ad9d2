package io.surprisal.nn;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * What an LSTM carries from one place of a sequence to the next.
 *
 * @param hidden h [batch, units], its output
 * @param cell c [batch, units], its memory
 */
public record LstmState(Tensor hidden, Tensor cell) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(hidden);
        visitor.accept(cell);
    }
}
