package io.surprisal.autodiff;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.ReduceOp;
import java.util.Arrays;

/** Broadcasting and its adjoint, summation, on cotangents. */
final class Broadcasts {
    private Broadcasts() {}

    /**
     * The cotangent of an operand that was broadcast to {@code out}. Where the operand was not repeated the cotangent passes as it
     * is, even if it is smaller than {@code out}.
     */
    static Tensor toOperand(Tensor cotangent, Shape out, Shape operand) {
        return operand.equals(out) ? cotangent : sumTo(cotangent.broadcastTo(out), operand);
    }

    /** Sums over the axes along which {@code shape} would be repeated to reach the tensor's shape. */
    static Tensor sumTo(Tensor x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        int lead = x.rank() - shape.rank();
        int[] axes = new int[x.rank()];
        int count = 0;
        for (int axis = 0; axis < x.rank(); axis++) {
            if (axis < lead || (shape.at(axis - lead) == 1 && x.shape().at(axis) != 1)) {
                axes[count++] = axis;
            }
        }
        // Without axes a reduction would take every one of them.
        return count == 0
                ? x.reshape(shape)
                : x.reduceKeeping(ReduceOp.SUM, Arrays.copyOf(axes, count)).reshape(shape);
    }
}
