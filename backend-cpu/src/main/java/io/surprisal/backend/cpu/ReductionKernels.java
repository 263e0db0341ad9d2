package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.ReduceOp;

/** Reductions over any axes: each group of neighbouring axes is reduced in one pass, the last group first. */
final class ReductionKernels {
    private final CpuArrays arrays;
    private final Scratch scratch;

    ReductionKernels(CpuArrays arrays, Scratch scratch) {
        this.arrays = arrays;
        this.scratch = scratch;
    }

    CpuArray apply(ReduceOp op, CpuArray a, int[] axes) {
        CpuArray current = a;
        int last = axes.length - 1;
        while (last >= 0) {
            int first = last;
            while (first > 0 && axes[first - 1] == axes[first] - 1) {
                first--;
            }
            CpuArray next = alongAxes(op, current, axes[first], axes[last]);
            if (current != a) {
                arrays.release(current);
            }
            current = next;
            last = first - 1;
        }
        return current;
    }

    private CpuArray alongAxes(ReduceOp op, CpuArray a, int first, int last) {
        int[] dims = a.shape().dims();
        for (int axis = first; axis <= last; axis++) {
            dims[axis] = 1;
        }
        CpuArray y = arrays.make(Shape.of(dims), op.resultType(a.dtype()));
        reduction(op, a, y).reduce(Lanes.along(first, last, a.shape()));
        return y;
    }

    private LaneReduction reduction(ReduceOp op, CpuArray a, CpuArray y) {
        return switch (a.dtype()) {
            case FLOAT32 ->
                switch (op) {
                    case SUM -> new FloatSum((index, target, n) -> a.memory().get(index, target, 0, n), y, scratch);
                    case MAX, MIN -> new FloatExtreme(op, a, y, scratch);
                    case PRODUCT -> new DoubleReduction(op, a, y, scratch);
                };
            case FLOAT64 -> op == ReduceOp.SUM ? new DoubleSum(a, y, scratch) : new DoubleReduction(op, a, y, scratch);
            case INT32, INT64, BOOL -> new LongReduction(op, a, y, scratch);
        };
    }
}
