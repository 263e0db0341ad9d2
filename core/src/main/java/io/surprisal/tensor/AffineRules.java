package io.surprisal.tensor;

import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.spi.FusedKernels;
import java.util.List;

/** Affine maps with an activation: rule and composition. */
final class AffineRules {
    private AffineRules() {}

    static Tensor affine(Tensor x, Tensor weight, Tensor bias, AffineActivation activation) {
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
        return activation == AffineActivation.NONE
                ? x.matmul(weight).plus(bias.reshape(columns))
                : activate(activation, affine(x, weight, bias, AffineActivation.NONE));
    }

    private static Tensor activate(AffineActivation activation, Tensor x) {
        return switch (activation) {
            case NONE -> x;
            case RELU -> x.relu();
            case TANH -> x.tanh();
            case SIGMOID -> x.sigmoid();
        };
    }

    /** From the activation's argument, not its output: 1 − y² and y − y² cancel where y has rounded to 1. */
    static Tensor activationBackward(AffineActivation activation, Tensor cotangent, Tensor x) {
        DTypeRules.requireFloating("activationBackward", x.dtype());
        DTypeRules.requireSame("activationBackward", cotangent, x);
        Meeting meeting = Meeting.of("activationBackward", cotangent, x);
        Shape out = Broadcasting.common("activationBackward", cotangent.shape(), x.shape());
        if (activation == AffineActivation.NONE) {
            return cotangent.broadcastTo(out);
        }
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && x.shape().equals(out) && x.size() > 0) {
            Tensor full = cotangent.broadcastTo(out);
            Object array = fused.activationBackward(activation, meeting.array(full), meeting.array(x));
            if (array != null) {
                return meeting.result(array, out, x.dtype(), full, x);
            }
        }
        return switch (activation) {
            case NONE -> cotangent;
            case RELU -> cotangent.times(x.greater(0).cast(x.dtype()));
            // 1/cosh² x = 4 σ(2x) σ(−2x).
            case TANH -> cotangent.times(logisticSlope(x.times(2))).times(4);
            case SIGMOID -> cotangent.times(logisticSlope(x));
        };
    }

    /** σ(x) σ(−x). */
    private static Tensor logisticSlope(Tensor x) {
        return x.sigmoid().times(x.neg().sigmoid());
    }
}
