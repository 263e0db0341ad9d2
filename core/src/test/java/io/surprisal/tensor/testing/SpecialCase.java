package io.surprisal.tensor.testing;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A special function as a tensor's method and as a scalar function, with points where it is smooth.
 *
 * @param op the kernel
 * @param orders to which order it is differentiable in each argument: 0, 1, or 2 for any; two arguments of order 1 have no mixed
 *     derivative
 * @param method the public method on the arguments in the kernel's order
 * @param scalar the function of one point
 * @param points the values of each argument
 */
public record SpecialCase(
        SpecialOp op,
        List<Integer> orders,
        Function<List<Tensor>, Tensor> method,
        ToDoubleFunction<double[]> scalar,
        List<double[]> points) {

    /** How many points there are. */
    public int size() {
        return points.get(0).length;
    }

    /** The arguments of point i. */
    public double[] point(int i) {
        double[] point = new double[points.size()];
        for (int k = 0; k < point.length; k++) {
            point[k] = points.get(k)[i];
        }
        return point;
    }

    /** Whether the function can be differentiated in the arguments i and then j. */
    public boolean isSmoothIn(int i, int j) {
        return orders.get(i) > 0 && orders.get(j) > 0 && orders.get(i) + orders.get(j) > 2;
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return op.label();
    }
}
