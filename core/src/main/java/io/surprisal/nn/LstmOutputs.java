package io.surprisal.nn;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * What an LSTM makes of a batch of sequences.
 *
 * @param all the outputs [batch, time, units]; 0 where the mask is false
 * @param last the state after the last place of each sequence that the mask shows
 */
public record LstmOutputs(Tensor all, LstmState last) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(all);
        last.forEachTensor(visitor);
    }
}
