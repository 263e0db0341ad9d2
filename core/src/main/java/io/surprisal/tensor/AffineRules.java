package io.surprisal.tensor;

import io.surprisal.tensor.spi.Activation;
import io.surprisal.tensor.spi.FusedKernels;
import java.util.List;

/** Affine maps with an activation: rule and composition. */
final class AffineRules {
    private AffineRules() {}

    static Tensor affine(Tensor x, Tensor weight, Tensor bias, Activation activation) {
        Meeting meeting = Meeting.of("affine", x, weight, bias);
        DTypeRules.requireFloating("affine", x.dtype());
        DTypeRules.requireSame("affine", x, weight);
        DTypeRules.requireSame("affine", x, bias);
        if (x.rank() != 2
                || weight.rank() != 2
                || x.shape().at(1) != weight.shape().at(0)) {
            throw new IllegalArgumentException("affine: input " + x.shape() + " and weight " + weight.shape()
                    + " must be matrices [m, k] and [k, n]. Reshape the input to two axes, or transpose the weight?");
        }
        int columns = weight.shape().at(1);
        if (bias.size() != columns || bias.rank() == 0 || bias.shape().dim(-1) != columns) {
            throw new IllegalArgumentException("affine: bias " + bias.shape() + " must have one number for each of the "
                    + columns + " columns of weight " + weight.shape() + ". Reshape it to [" + columns + "].");
        }
        Shape out = Shape.of(x.shape().at(0), columns);
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && !out.isEmpty() && x.size() > 0) {
            Object array = fused.affine(meeting.array(x), meeting.array(weight), meeting.array(bias), activation, out);
            if (array != null) {
                return meeting.result(array, out, x.dtype(), List.of(x, weight, bias));
            }
        }
        return activate(activation, x.matmul(weight).plus(bias.reshape(columns)));
    }

    private static Tensor activate(Activation activation, Tensor x) {
        return switch (activation) {
            case NONE -> x;
            case RELU -> x.relu();
            case TANH -> x.tanh();
            case SIGMOID -> x.sigmoid();
        };
    }

    static Tensor activationBackward(Activation activation, Tensor cotangent, Tensor output) {
        DTypeRules.requireFloating("activationBackward", output.dtype());
        DTypeRules.requireSame("activationBackward", cotangent, output);
        Meeting meeting = Meeting.of("activationBackward", cotangent, output);
        if (activation == Activation.NONE) {
            return cotangent.broadcastTo(Broadcasting.common("activationBackward", cotangent.shape(), output.shape()));
        }
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && cotangent.shape().equals(output.shape()) && output.size() > 0) {
            Object array = fused.activationBackward(activation, meeting.array(cotangent), meeting.array(output));
            if (array != null) {
                return meeting.result(array, output.shape(), output.dtype(), cotangent, output);
            }
        }
        return switch (activation) {
            case NONE -> cotangent;
            case RELU -> cotangent.times(output.greater(0).cast(output.dtype()));
            case TANH -> cotangent.times(output.square().neg().plus(1));
            case SIGMOID -> cotangent.times(output.minus(output.square()));
        };
    }
}
