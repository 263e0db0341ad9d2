package io.surprisal.nn;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.Activation;

/** The fused product, bias and activation for any {@link io.surprisal.nn.Activation}. */
final class Affine {
    private Affine() {}

    static Tensor apply(Tensor matrix, Tensor weight, Tensor bias, io.surprisal.nn.Activation activation) {
        Activation fused = fused(activation);
        Tensor result = matrix.affine(weight, bias, fused);
        return fused == Activation.NONE ? activation.apply(result) : result;
    }

    private static Activation fused(io.surprisal.nn.Activation activation) {
        if (activation instanceof Elementary elementary) {
            return switch (elementary) {
                case RELU -> Activation.RELU;
                case TANH -> Activation.TANH;
                case SIGMOID -> Activation.SIGMOID;
                case NONE, SOFTPLUS, GELU, SILU -> Activation.NONE;
            };
        }
        return Activation.NONE;
    }
}
