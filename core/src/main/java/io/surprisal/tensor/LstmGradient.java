package io.surprisal.tensor;

import java.util.function.Consumer;

/**
 * What {@link FusedMath#lstmBackward} computes.
 *
 * @param inputs the derivative in z, what the inputs contribute to the gates, [time, batch, 4·units]
 * @param recurrent in R, [units, 4·units]
 * @param hidden in h₀, [batch, units]
 * @param cell in c₀, [batch, units]
 */
public record LstmGradient(Tensor inputs, Tensor recurrent, Tensor hidden, Tensor cell) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(inputs);
        visitor.accept(recurrent);
        visitor.accept(hidden);
        visitor.accept(cell);
    }
}
