package io.surprisal.tensor;

import io.surprisal.tensor.ops.ReduceOp;

/** Shape and dtype rules of reductions, scans and orderings along axes. */
final class ReductionRules {
    private ReductionRules() {}

    /** Over every axis, to a scalar. */
    static Tensor all(ReduceOp op, Tensor x) {
        return dropping(op, x, new int[0]);
    }

    /** Over the named axes (none means every), which are dropped. */
    static Tensor dropping(ReduceOp op, Tensor x, int[] axes) {
        int[] reduced = Axes.normaliseAll(op.label(), axes, x.shape());
        return Scope.composing(() -> ShapeRules.reshape(keeping(op, x, axes), Axes.dropped(x.shape(), reduced)));
    }

    /** Over the named axes (none means every), which stay with length 1. */
    static Tensor keeping(ReduceOp op, Tensor x, int[] axes) {
        int[] reduced = Axes.normaliseAll(op.label(), axes, x.shape());
        DType dtype = DTypeRules.reduce(op, x.dtype());
        Shape out = Axes.reduced(x.shape(), reduced);
        if (x.shape().isEmpty()) {
            return ofEmpty(op, x, out, dtype);
        }
        if (reduced.length == 0 || out.equals(x.shape())) {
            return ElementwiseRules.cast(x, dtype);
        }
        Meeting meeting = Meeting.of(op.label(), x);
        return meeting.result(meeting.kernels().reduce(op, meeting.array(x), reduced, out), out, dtype, x);
    }

    private static Tensor ofEmpty(ReduceOp op, Tensor x, Shape out, DType dtype) {
        if (out.isEmpty()) {
            return Meeting.empty(op.label(), out, dtype, x);
        }
        x.array(op.label());
        return switch (op) {
            case SUM -> x.backend().full(out, dtype, 0);
            case PRODUCT -> x.backend().full(out, dtype, 1);
            case MAX, MIN -> {
                if (x.dtype() == DType.BOOL) {
                    yield x.backend().full(out, dtype, op == ReduceOp.MIN ? 1 : 0);
                }
                throw new IllegalArgumentException(
                        op.label() + ": no elements to choose from in shape " + x.shape() + ". Check the size first.");
            }
        };
    }

    static Tensor argmax(Tensor x, int axis) {
        DTypeRules.require("argmax", x.dtype(), x.dtype() != DType.BOOL, "numbers");
        int along = Axes.normalise("argmax", axis, x.shape());
        if (x.shape().at(along) == 0) {
            throw new IllegalArgumentException(
                    "argmax: no elements along axis " + axis + " of shape " + x.shape() + ". Check the size first.");
        }
        Shape kept = Axes.reduced(x.shape(), new int[] {along});
        Shape out = Axes.dropped(x.shape(), new int[] {along});
        if (out.isEmpty()) {
            return Meeting.empty("argmax", out, DType.INT64, x);
        }
        Meeting meeting = Meeting.of("argmax", x.stopGradient());
        Object array = meeting.ownKernels().argmax(meeting.array(x.stopGradient()), along, kept);
        return Scope.composing(() -> ShapeRules.reshape(meeting.result(array, kept, DType.INT64, x), out));
    }

    static Tensor cumsum(Tensor x, int axis) {
        DTypeRules.require("cumsum", x.dtype(), x.dtype() != DType.BOOL, "numbers");
        int along = Axes.normalise("cumsum", axis, x.shape());
        if (x.shape().isEmpty()) {
            return x;
        }
        Meeting meeting = Meeting.of("cumsum", x);
        return meeting.result(meeting.kernels().cumsum(meeting.array(x), along), x.shape(), x.dtype(), x);
    }

    static Tensor argsort(Tensor x, int axis) {
        DTypeRules.require("argsort", x.dtype(), x.dtype() != DType.BOOL, "numbers");
        int along = Axes.normalise("argsort", axis, x.shape());
        if (x.shape().isEmpty()) {
            return Meeting.empty("argsort", x.shape(), DType.INT64, x);
        }
        Meeting meeting = Meeting.of("argsort", x.stopGradient());
        Object array = meeting.ownKernels().argsort(meeting.array(x.stopGradient()), along);
        return meeting.result(array, x.shape(), DType.INT64, x);
    }

    /** Squared deviations from the mean, summed and divided by their number less {@code correction}, or by 0 where that is negative. */
    static Tensor variance(String operation, Tensor x, int correction, int... axes) {
        DTypeRules.requireFloating(operation, x.dtype());
        int[] reduced = Axes.normaliseAll(operation, axes, x.shape());
        return Scope.composing(() -> {
            Tensor total = x.reduceKeeping(ReduceOp.SUM, reduced);
            double count = total.size() == 0 ? 1 : (double) x.size() / total.size();
            Tensor squares = x.minus(total.div(count)).square();
            return dropping(ReduceOp.SUM, squares, reduced).div(Math.max(count - correction, 0));
        });
    }
}
