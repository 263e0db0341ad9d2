package io.surprisal.tensor;

import java.util.function.Consumer;

/**
 * What {@link FusedMath#layerNormBackward} computes.
 *
 * @param input the derivative in x, of its shape
 * @param scale in the scale, [n]
 * @param shift in the shift, [n]
 */
public record LayerNormGradient(Tensor input, Tensor scale, Tensor shift) implements TensorTree {
    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(input);
        visitor.accept(scale);
        visitor.accept(shift);
    }
}
