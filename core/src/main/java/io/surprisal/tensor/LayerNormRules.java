package io.surprisal.tensor;

import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.spi.FusedKernels;
import java.util.List;

/** Layer normalisation and its derivatives: rule and composition. */
final class LayerNormRules {
    private LayerNormRules() {}

    static Tensor layerNorm(Tensor x, Tensor scale, Tensor shift, double epsilon) {
        Meeting meeting = Meeting.of("layerNorm", x, scale, shift);
        require("layerNorm", x, scale, epsilon);
        require("layerNorm", x, shift, epsilon);
        if (x.shape().isEmpty()) {
            return x;
        }
        FusedKernels<Object> fused = meeting.fused();
        Object array = fused == null
                ? null
                : fused.layerNorm(meeting.array(x), meeting.array(scale), meeting.array(shift), epsilon);
        if (array != null) {
            return meeting.result(array, x.shape(), x.dtype(), List.of(x, scale, shift));
        }
        Tensor centred = centred(x);
        return centred.div(deviation(centred, epsilon)).times(scale).plus(shift);
    }

    static LayerNormGradient backward(Tensor x, Tensor scale, Tensor cotangent, double epsilon) {
        Meeting meeting = Meeting.of("layerNormBackward", x, scale, cotangent);
        require("layerNormBackward", x, scale, epsilon);
        DTypeRules.requireSame("layerNormBackward", x, cotangent);
        if (!cotangent.shape().equals(x.shape())) {
            throw new IllegalArgumentException("layerNormBackward: the cotangent has shape " + cotangent.shape()
                    + ", but the input has " + x.shape() + ". Broadcast it first.");
        }
        if (x.shape().isEmpty()) {
            Tensor zeros = x.backend().zeros(scale.shape(), x.dtype());
            return new LayerNormGradient(x, zeros, zeros);
        }
        FusedKernels<Object> fused = meeting.fused();
        List<Object> arrays = fused == null
                ? null
                : fused.layerNormBackward(meeting.array(x), meeting.array(scale), meeting.array(cotangent), epsilon);
        if (arrays != null) {
            List<Tensor> operands = List.of(x, scale, cotangent);
            return new LayerNormGradient(
                    meeting.result(arrays.get(0), x.shape(), x.dtype(), operands),
                    meeting.result(arrays.get(1), scale.shape(), x.dtype(), operands),
                    meeting.result(arrays.get(2), scale.shape(), x.dtype(), operands));
        }
        return composed(x, scale, cotangent, epsilon);
    }

    /** With the standardised z and w = scale·g: (w − mean w − z·mean(w·z))/deviation in x, Σ g·z in the scale, Σ g in the shift. */
    private static LayerNormGradient composed(Tensor x, Tensor scale, Tensor cotangent, double epsilon) {
        Tensor centred = centred(x);
        Tensor deviation = deviation(centred, epsilon);
        Tensor standardised = centred.div(deviation);
        Tensor weighted = cotangent.times(scale);
        Tensor along = standardised.times(mean(weighted.times(standardised)));
        return new LayerNormGradient(
                centred(weighted).minus(along).div(deviation),
                overRows(cotangent.times(standardised)),
                overRows(cotangent));
    }

    private static Tensor mean(Tensor x) {
        return x.reduceKeeping(ReduceOp.SUM, -1).div(x.shape().dim(-1));
    }

    private static Tensor centred(Tensor x) {
        return x.minus(mean(x));
    }

    private static Tensor deviation(Tensor centred, double epsilon) {
        return mean(centred.square()).plus(epsilon).sqrt();
    }

    private static Tensor overRows(Tensor x) {
        return x.reshape(-1, x.shape().dim(-1)).sum(0);
    }

    private static void require(String operation, Tensor x, Tensor row, double epsilon) {
        DTypeRules.requireFloating(operation, x.dtype());
        DTypeRules.requireSame(operation, x, row);
        if (x.rank() == 0 || row.rank() != 1 || row.size() != x.shape().dim(-1)) {
            throw new IllegalArgumentException(
                    operation + ": scale and shift must have one number for each place of the"
                            + " last axis of " + x.shape() + ", but one has shape " + row.shape()
                            + ". Reshape it to one axis.");
        }
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException(
                    operation + ": epsilon must be positive, but is " + epsilon + ". 1e-5 is usual.");
        }
    }
}
