package io.surprisal.autodiff;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.ReduceOp;
import java.util.List;

/** Derivative rules of reductions and running sums: cotangent g, argument x, result y with reduced axes of length 1. */
final class ReductionDerivatives {
    private ReductionDerivatives() {}

    static Tensor pullBack(ReduceOp op, Tensor g, Tensor x, Tensor y, int[] axes) {
        return switch (op) {
            // The cotangent broadcasts to x as it is.
            case SUM -> g;
            case MAX, MIN -> {
                Tensor extreme = x.equalTo(y).cast(x.dtype());
                yield g.times(extreme).div(extreme.reduceKeeping(ReduceOp.SUM, axes));
            }
            case PRODUCT -> throw new IllegalStateException("product: is recorded pair by pair");
        };
    }

    /** Π over the axes (kept with length 1) as a tree of elementwise products, each of which records itself. */
    static Tensor productByPairs(Tensor x, int[] axes) {
        Tensor product = x;
        for (int axis : axes) {
            while (product.shape().at(axis) > 1) {
                int length = product.shape().at(axis);
                int half = length / 2;
                Tensor pairs = product.slice(axis, 0, half).times(product.slice(axis, half, 2 * half));
                product = 2 * half == length
                        ? pairs
                        : Tensor.concat(List.of(pairs, product.slice(axis, 2 * half, length)), axis);
            }
        }
        return product;
    }

    /** The adjoint of running sums: running sums from the other end. */
    static Tensor cumsum(Tensor g, Shape shape, int axis) {
        return g.broadcastTo(shape).reverse(axis).cumsum(axis).reverse(axis);
    }
}
