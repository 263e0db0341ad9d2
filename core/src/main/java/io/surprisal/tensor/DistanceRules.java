package io.surprisal.tensor;

import io.surprisal.tensor.spi.FusedKernels;

/** Pairwise distances: rule and composition. */
final class DistanceRules {
    private DistanceRules() {}

    static Tensor squaredDistances(Tensor a, Tensor b) {
        DTypeRules.requireFloating("squaredDistances", a.dtype());
        DTypeRules.requireSame("squaredDistances", a, b);
        Meeting meeting = Meeting.of("squaredDistances", a, b);
        if (a.rank() != 2 || b.rank() != 2 || a.shape().at(1) != b.shape().at(1)) {
            throw new IllegalArgumentException("squaredDistances: points of shapes " + a.shape() + " and " + b.shape()
                    + " must be matrices [m, d] and [n, d] with one d.");
        }
        Shape out = Shape.of(a.shape().at(0), b.shape().at(0));
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && a.size() > 0 && b.size() > 0) {
            Object array = fused.squaredDistances(meeting.array(a), meeting.array(b), out);
            if (array != null) {
                return meeting.result(array, out, a.dtype(), a, b);
            }
        }
        // The differences themselves, not ‖a‖² + ‖b‖² − 2a·b, which cancels for near points.
        return a.expandDims(1).minus(b.expandDims(0)).square().sum(-1);
    }
}
