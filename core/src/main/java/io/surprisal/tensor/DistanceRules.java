package io.surprisal.tensor;

import io.surprisal.tensor.spi.FusedKernels;
import java.util.List;

/** Pairwise distances and their derivative: rule and composition. */
final class DistanceRules {
    private DistanceRules() {}

    static Tensor squaredDistances(Tensor a, Tensor b) {
        Shape out = shape("squaredDistances", a, b);
        Meeting meeting = Meeting.of("squaredDistances", a, b);
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && a.size() > 0 && b.size() > 0) {
            Object array = fused.squaredDistances(meeting.array(a), meeting.array(b), out);
            if (array != null) {
                return meeting.result(array, out, a.dtype(), a, b);
            }
        }
        return differences(a, b).square().sum(-1);
    }

    static Tensor backward(Tensor cotangent, Tensor a, Tensor b) {
        Shape pairs = shape("squaredDistancesBackward", a, b);
        DTypeRules.requireSame("squaredDistancesBackward", cotangent, a);
        Meeting meeting = Meeting.of("squaredDistancesBackward", cotangent, a, b);
        if (!cotangent.shape().equals(pairs)) {
            throw new IllegalArgumentException("squaredDistancesBackward: the cotangent has shape " + cotangent.shape()
                    + ", but the distances of these points have " + pairs + ". Broadcast it first.");
        }
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && a.size() > 0 && b.size() > 0) {
            Object array = fused.squaredDistancesBackward(meeting.array(cotangent), meeting.array(a), meeting.array(b));
            if (array != null) {
                return meeting.result(array, a.shape(), a.dtype(), List.of(cotangent, a, b));
            }
        }
        return cotangent.expandDims(-1).times(differences(a, b)).sum(1).times(2);
    }

    /** aᵢ − bⱼ: ‖a‖² + ‖b‖² − 2a·b and aᵢ Σ g − Σ g bⱼ cancel for near points. */
    private static Tensor differences(Tensor a, Tensor b) {
        return a.expandDims(1).minus(b.expandDims(0));
    }

    private static Shape shape(String operation, Tensor a, Tensor b) {
        DTypeRules.requireFloating(operation, a.dtype());
        DTypeRules.requireSame(operation, a, b);
        if (a.rank() != 2 || b.rank() != 2 || a.shape().at(1) != b.shape().at(1)) {
            throw new IllegalArgumentException(operation + ": points of shapes " + a.shape() + " and " + b.shape()
                    + " must be matrices [m, d] and [n, d] with one d.");
        }
        return Shape.of(a.shape().at(0), b.shape().at(0));
    }
}
