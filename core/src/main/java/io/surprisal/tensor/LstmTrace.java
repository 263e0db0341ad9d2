package io.surprisal.tensor;

import java.util.function.Consumer;

/**
 * What {@link FusedMath#lstmTrace} computes.
 *
 * @param states what {@link FusedMath#lstm} gives, [time + 1, batch, units]
 * @param gates σ(i), σ(f), tanh g and σ(o) of every place, [time, batch, 4·units]; anything where the mask is false
 * @param cells c₁ … c_T, [time, batch, units]
 */
public record LstmTrace(Tensor states, Tensor gates, Tensor cells) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(states);
        visitor.accept(gates);
        visitor.accept(cells);
    }
}
