package io.surprisal.tensor;

import io.surprisal.tensor.ops.ReduceOp;
import io.surprisal.tensor.spi.FusedKernels;

/** The softmax family: rule and composition. Kernels work along the last axis; other axes are moved there. */
final class SoftmaxRules {
    private SoftmaxRules() {}

    static Tensor softmax(Tensor x, int axis) {
        DTypeRules.requireFloating("softmax", x.dtype());
        int along = Axes.normalise("softmax", axis, x.shape());
        if (x.shape().isEmpty()) {
            return x;
        }
        if (along != x.rank() - 1) {
            return softmax(x.swapAxes(along, -1), -1).swapAxes(along, -1);
        }
        Meeting meeting = Meeting.of("softmax", x);
        FusedKernels<Object> fused = meeting.fused();
        Object array = fused == null ? null : fused.softmax(meeting.array(x));
        if (array != null) {
            return meeting.result(array, x.shape(), x.dtype(), x);
        }
        Tensor exponentials = x.minus(peak(x, along)).exp();
        return exponentials.div(exponentials.reduceKeeping(ReduceOp.SUM, along));
    }

    static Tensor logSoftmax(Tensor x, int axis) {
        DTypeRules.requireFloating("logSoftmax", x.dtype());
        int along = Axes.normalise("logSoftmax", axis, x.shape());
        if (x.shape().isEmpty()) {
            return x;
        }
        if (along != x.rank() - 1) {
            return logSoftmax(x.swapAxes(along, -1), -1).swapAxes(along, -1);
        }
        Meeting meeting = Meeting.of("logSoftmax", x);
        FusedKernels<Object> fused = meeting.fused();
        Object array = fused == null ? null : fused.logSoftmax(meeting.array(x));
        if (array != null) {
            return meeting.result(array, x.shape(), x.dtype(), x);
        }
        Tensor shifted = x.minus(peak(x, along));
        return shifted.minus(shifted.exp().reduceKeeping(ReduceOp.SUM, along).log());
    }

    static Tensor logSumExp(Tensor x, int[] axes) {
        DTypeRules.requireFloating("logSumExp", x.dtype());
        int[] reduced = Axes.normaliseAll("logSumExp", axes, x.shape());
        Shape kept = Axes.reduced(x.shape(), reduced);
        Shape out = Axes.dropped(x.shape(), reduced);
        if (x.shape().isEmpty()) {
            return x.backend().full(out, x.dtype(), Double.NEGATIVE_INFINITY);
        }
        if (reduced.length == 0) {
            return x;
        }
        Meeting meeting = Meeting.of("logSumExp", x);
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && reduced.length == 1 && reduced[0] == x.rank() - 1) {
            Object array = fused.logSumExp(meeting.array(x), kept);
            if (array != null) {
                return meeting.result(array, kept, x.dtype(), x).reshape(out);
            }
        }
        Tensor peak = peak(x, reduced);
        return x.minus(peak)
                .exp()
                .reduceKeeping(ReduceOp.SUM, reduced)
                .log()
                .plus(peak)
                .reshape(out);
    }

    /** The largest along the axes, as a constant; 0 where it is not finite, so that ∞ − ∞ never arises. */
    private static Tensor peak(Tensor x, int... axes) {
        Tensor peak = x.stopGradient().reduceKeeping(ReduceOp.MAX, axes);
        return Tensor.where(peak.isFinite(), peak, x.backend().scalar(0, x.dtype()));
    }
}
