package io.surprisal.tensor;

import io.surprisal.tensor.ops.ReduceOp;

/** Sums, extremes, means, and orders along axes; negative axes count from the end. */
public sealed interface Reductions permits Tensor {
    /**
     * Reduces by a kernel's name over the named axes (none means every axis), which are dropped.
     *
     * @param op the operation
     * @param axes the axes; negative ones count from the end
     * @return the reduced elements
     */
    default Tensor reduce(ReduceOp op, int... axes) {
        return ReductionRules.dropping(op, (Tensor) this, axes);
    }

    /**
     * Reduces by a kernel's name over the named axes (none means every axis), which stay with length 1.
     *
     * @param op the operation
     * @param axes the axes; negative ones count from the end
     * @return the reduced elements
     */
    default Tensor reduceKeeping(ReduceOp op, int... axes) {
        return ReductionRules.keeping(op, (Tensor) this, axes);
    }

    /**
     * {@return Σ x over the named axes, or over all; 0 of none} The sum of integers and BOOL is INT64.
     *
     * @param axes the axes; negative ones count from the end
     */
    default Tensor sum(int... axes) {
        return reduce(ReduceOp.SUM, axes);
    }

    /**
     * {@return Π x over the named axes, or over all; 1 of none}
     *
     * @param axes the axes; negative ones count from the end
     */
    default Tensor product(int... axes) {
        return reduce(ReduceOp.PRODUCT, axes);
    }

    /**
     * {@return the largest over the named axes, or over all; NaN where one is NaN} At ties the derivative is shared
     * equally.
     *
     * @param axes the axes; negative ones count from the end
     * @throws IllegalArgumentException if there are no elements
     */
    default Tensor max(int... axes) {
        return reduce(ReduceOp.MAX, axes);
    }

    /**
     * {@return the smallest over the named axes, or over all; NaN where one is NaN} At ties the derivative is shared
     * equally.
     *
     * @param axes the axes; negative ones count from the end
     * @throws IllegalArgumentException if there are no elements
     */
    default Tensor min(int... axes) {
        return reduce(ReduceOp.MIN, axes);
    }

    /**
     * {@return whether any is true, of BOOL; false of none}
     *
     * @param axes the axes; negative ones count from the end
     */
    default Tensor any(int... axes) {
        DTypeRules.require("any", ((Tensor) this).dtype(), ((Tensor) this).dtype() == DType.BOOL, "BOOL");
        return reduce(ReduceOp.MAX, axes);
    }

    /**
     * {@return whether all are true, of BOOL; true of none}
     *
     * @param axes the axes; negative ones count from the end
     */
    default Tensor all(int... axes) {
        DTypeRules.require("all", ((Tensor) this).dtype(), ((Tensor) this).dtype() == DType.BOOL, "BOOL");
        return reduce(ReduceOp.MIN, axes);
    }

    /**
     * {@return the arithmetic mean over the named axes, or over all; NaN of none}
     *
     * @param axes the axes; negative ones count from the end
     * @throws IllegalArgumentException if the dtype is not floating
     */
    default Tensor mean(int... axes) {
        Tensor self = (Tensor) this;
        DTypeRules.requireFloating("mean", self.dtype());
        return Scope.composing(() -> {
            Tensor sum = sum(axes);
            // Of no elements the count is 0, and 0 / 0 is NaN.
            return sum.div(sum.size() == 0 ? 1 : (double) self.size() / sum.size());
        });
    }

    /**
     * {@return the mean squared deviation from the mean over the named axes, or over all} NaN of none. See {@link #sampleVariance} for
     * an estimate from a sample.
     *
     * @param axes the axes; negative ones count from the end
     * @throws IllegalArgumentException if the dtype is not floating
     */
    default Tensor variance(int... axes) {
        return ReductionRules.variance("variance", (Tensor) this, 0, axes);
    }

    /**
     * {@return the sum of squared deviations from the mean over the named axes, or over all, divided by their number less one: the
     * unbiased estimate of the variance that a sample was drawn with} NaN of fewer than two.
     *
     * @param axes the axes; negative ones count from the end
     * @throws IllegalArgumentException if the dtype is not floating
     */
    default Tensor sampleVariance(int... axes) {
        return ReductionRules.variance("sampleVariance", (Tensor) this, 1, axes);
    }

    /**
     * {@return the square root of {@link #variance}} Where that is 0 it has no derivative: the gradient is NaN there.
     *
     * @param axes the axes; negative ones count from the end
     * @throws IllegalArgumentException if the dtype is not floating
     */
    default Tensor standardDeviation(int... axes) {
        return Scope.composing(() -> variance(axes).sqrt());
    }

    /**
     * {@return the square root of {@link #sampleVariance}} Where that is 0 it has no derivative: the gradient is NaN there.
     *
     * @param axes the axes; negative ones count from the end
     * @throws IllegalArgumentException if the dtype is not floating
     */
    default Tensor sampleStandardDeviation(int... axes) {
        return Scope.composing(() -> sampleVariance(axes).sqrt());
    }

    /**
     * {@return log Σ eˣ over the named axes, or over all, without overflow; −∞ of none}
     *
     * @param axes the axes; negative ones count from the end
     * @throws IllegalArgumentException if the dtype is not floating
     */
    default Tensor logSumExp(int... axes) {
        return Scope.composing(() -> SoftmaxRules.logSumExp((Tensor) this, axes));
    }

    /**
     * {@return the INT64 index of the first largest element along an axis, which is dropped; NaN counts as the
     * largest}
     *
     * @param axis the axis; negative ones count from the end
     * @throws IllegalArgumentException if the axis is empty
     */
    default Tensor argmax(int axis) {
        return ReductionRules.argmax((Tensor) this, axis);
    }

    /**
     * {@return running sums along an axis}
     *
     * @param axis the axis; negative ones count from the end
     */
    default Tensor cumsum(int axis) {
        return ReductionRules.cumsum((Tensor) this, axis);
    }

    /**
     * {@return the INT64 indices that sort ascending along an axis: stable, NaN last}
     *
     * @param axis the axis; negative ones count from the end
     */
    default Tensor argsort(int axis) {
        return ReductionRules.argsort((Tensor) this, axis);
    }

    /**
     * {@return the elements in ascending order along an axis: stable, NaN last}
     *
     * @param axis the axis; negative ones count from the end
     */
    default Tensor sort(int axis) {
        return Scope.composing(() -> IndexRules.gather((Tensor) this, argsort(axis), axis));
    }
}
