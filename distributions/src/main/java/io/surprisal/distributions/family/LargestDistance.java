package io.surprisal.distributions.family;

import io.surprisal.tensor.Tensor;

/** How far rows of numbers reach from a number: the unit in which powers of distances neither overflow nor underflow. */
public final class LargestDistance {
    private LargestDistance() {}

    /**
     * {@return the largest distance of the values of each row; 1 where all are 0. A constant in gradient calls, since what is standardised does not
     * depend on its unit}
     *
     * @param values numbers, [batch…, n]
     * @param middle from where they are measured, batch…
     */
    public static Tensor of(Tensor values, Tensor middle) {
        Tensor largest = values.minus(middle.expandDims(-1)).abs().max(-1).stopGradient();
        return Tensor.where(largest.greater(0), largest, largest.backend().scalar(1, largest.dtype()));
    }
}
