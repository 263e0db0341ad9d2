package io.surprisal.tensor;

import io.surprisal.tensor.spi.FusedKernels;
import java.util.List;

/** Log-densities summed over event axes: rule and composition. */
final class DensityRules {
    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private DensityRules() {}

    static Tensor bernoulliLogProb(Tensor logits, Tensor x, int summed) {
        DTypeRules.requireFloating("bernoulliLogProb", logits.dtype());
        DTypeRules.requireSame("bernoulliLogProb", logits, x);
        Meeting meeting = Meeting.of("bernoulliLogProb", logits, x);
        Shape common = Broadcasting.common("bernoulliLogProb", logits.shape(), x.shape());
        Shape out = withoutEvent("bernoulliLogProb", common, summed);
        if (!logits.shape().equals(common) || !x.shape().equals(common)) {
            return bernoulliLogProb(logits.broadcastTo(common), x.broadcastTo(common), summed);
        }
        FusedKernels<Object> fused = meeting.fused();
        if (fused != null && !common.isEmpty()) {
            Object array = fused.bernoulliLogProb(meeting.array(logits), meeting.array(x), summed, out);
            if (array != null) {
                return meeting.result(array, out, x.dtype(), logits, x);
            }
        }
        return sumEvent(bernoulliTerms(logits, x), summed);
    }

    /**
     * x·l − softplus(l) as s·l − softplus(−|l|) with s = x − 1 for positive l and x elsewhere: two terms of one sign, where the first
     * form cancels for likely outcomes. 0·∞ is 0.
     */
    private static Tensor bernoulliTerms(Tensor logits, Tensor x) {
        Tensor zero = x.backend().scalar(0, x.dtype());
        Tensor share = Tensor.where(logits.greater(0), x.minus(1), x);
        Tensor linear = Tensor.where(share.equalTo(0), zero, share.times(logits));
        return linear.minus(logits.abs().neg().softplus());
    }

    static Tensor bernoulliLogProbBackward(Tensor cotangent, Tensor logits, Tensor x) {
        DTypeRules.requireFloating("bernoulliLogProbBackward", logits.dtype());
        DTypeRules.requireSame("bernoulliLogProbBackward", logits, x);
        DTypeRules.requireSame("bernoulliLogProbBackward", logits, cotangent);
        Meeting meeting = Meeting.of("bernoulliLogProbBackward", cotangent, logits, x);
        Shape out = Broadcasting.common("bernoulliLogProbBackward", List.of(cotangent, logits, x));
        FusedKernels<Object> fused = meeting.fused();
        // Kernels repeat the cotangent, but nothing else.
        boolean alike = logits.shape().equals(out) && x.shape().equals(out);
        if (fused != null && !out.isEmpty() && alike) {
            Object array =
                    fused.bernoulliLogProbBackward(meeting.array(cotangent), meeting.array(logits), meeting.array(x));
            if (array != null) {
                return meeting.result(array, logits.shape(), x.dtype(), List.of(cotangent, logits, x));
            }
        }
        return cotangent.times(x.minus(logits.sigmoid()));
    }

    static Tensor normalLogProb(Tensor x, Tensor mean, Tensor scale, int summed) {
        DTypeRules.requireFloating("normalLogProb", x.dtype());
        DTypeRules.requireSame("normalLogProb", x, mean);
        DTypeRules.requireSame("normalLogProb", x, scale);
        Meeting meeting = Meeting.of("normalLogProb", x, mean, scale);
        Shape common = Broadcasting.common("normalLogProb", List.of(x, mean, scale));
        Shape out = withoutEvent("normalLogProb", common, summed);
        FusedKernels<Object> fused = meeting.fused();
        boolean alike = x.shape().equals(common) && isAlikeOrOne(mean, common) && isAlikeOrOne(scale, common);
        if (fused != null && !common.isEmpty() && alike) {
            Object array =
                    fused.normalLogProb(meeting.array(x), meeting.array(mean), meeting.array(scale), summed, out);
            if (array != null) {
                return meeting.result(array, out, x.dtype(), List.of(x, mean, scale));
            }
        }
        Tensor standardised = x.minus(mean).div(scale);
        return sumEvent(standardised.square().times(-0.5).minus(scale.log()).minus(HALF_LOG_TWO_PI), summed);
    }

    private static boolean isAlikeOrOne(Tensor parameter, Shape common) {
        return parameter.shape().equals(common) || parameter.size() == 1;
    }

    private static Shape withoutEvent(String operation, Shape shape, int summed) {
        if (summed < 0 || summed > shape.rank()) {
            throw new IllegalArgumentException(operation + ": " + summed + " axes cannot be summed in shape " + shape
                    + ". Use 0 … " + shape.rank() + ".");
        }
        return shape.axes(0, shape.rank() - summed);
    }

    private static Tensor sumEvent(Tensor terms, int summed) {
        if (summed == 0) {
            return terms;
        }
        int[] axes = new int[summed];
        for (int i = 0; i < summed; i++) {
            axes[i] = -1 - i;
        }
        return terms.sum(axes);
    }
}
