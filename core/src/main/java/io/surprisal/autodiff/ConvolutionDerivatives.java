package io.surprisal.autodiff;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.Convolution;

/**
 * Derivative rules of convolution and its two adjoints. Each of the three is bilinear, and the derivative of one is made of the
 * other two, so the family is closed under differentiation.
 */
final class ConvolutionDerivatives {
    private ConvolutionDerivatives() {}

    static void convolve(Tensor g, Tensor x, Tensor filters, Convolution geometry, Pullback.Operands to) {
        to.give(
                0,
                () -> g.convolveInputBackward(
                        filters, geometry, x.shape().at(2), x.shape().at(3)));
        to.give(
                1,
                () -> x.convolveFilterBackward(
                        g, geometry, filters.shape().at(2), filters.shape().at(3)));
    }

    static void inputBackward(Tensor g, Tensor cotangent, Tensor filters, Convolution geometry, Pullback.Operands to) {
        to.give(0, () -> g.convolve(filters, geometry));
        to.give(
                1,
                () -> g.convolveFilterBackward(
                        cotangent,
                        geometry,
                        filters.shape().at(2),
                        filters.shape().at(3)));
    }

    static void filterBackward(Tensor g, Tensor x, Tensor cotangent, Convolution geometry, Pullback.Operands to) {
        to.give(
                0,
                () -> cotangent.convolveInputBackward(
                        g, geometry, x.shape().at(2), x.shape().at(3)));
        to.give(1, () -> x.convolve(g, geometry));
    }
}
