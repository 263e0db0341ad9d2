package io.surprisal.nn;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.AffineActivation;

/** The fused product, bias and activation for any {@link Activation}. */
final class Affine {
    private Affine() {}

    static Tensor apply(Tensor matrix, Tensor weight, Tensor bias, Activation activation) {
        AffineActivation fused = fused(activation);
        Tensor result = matrix.affine(weight, bias, fused);
        return fused == AffineActivation.NONE ? activation.apply(result) : result;
    }

    private static AffineActivation fused(Activation activation) {
        if (activation instanceof Elementary elementary) {
            return switch (elementary) {
                case RELU -> AffineActivation.RELU;
                case TANH -> AffineActivation.TANH;
                case SIGMOID -> AffineActivation.SIGMOID;
                case NONE, SOFTPLUS, GELU, SILU -> AffineActivation.NONE;
            };
        }
        return AffineActivation.NONE;
    }
}
