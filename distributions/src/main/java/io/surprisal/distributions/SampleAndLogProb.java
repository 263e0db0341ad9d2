package io.surprisal.distributions;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * Draws and their log-probabilities.
 *
 * @param sample the draws, sampleShape + batchShape + eventShape
 * @param logProb their log-probabilities, sampleShape + batchShape
 */
public record SampleAndLogProb(Tensor sample, Tensor logProb) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(sample);
        visitor.accept(logProb);
    }
}
