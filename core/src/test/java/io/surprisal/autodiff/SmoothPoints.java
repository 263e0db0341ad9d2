package io.surprisal.autodiff;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.function.DoubleUnaryOperator;

/**
 * FLOAT64 points of an interval, in no order, at which an operation is smooth. Its inputs of any shape are drawn from it.
 */
@FunctionalInterface
interface SmoothPoints {
    /** The points as an array of this shape. */
    HostArray of(Shape shape);

    /** The same points for lengths. */
    default HostArray of(int... dims) {
        return of(Shape.of(dims));
    }

    /** All different, and none within 0.02 of a multiple of ½, where signs and rounding jump. */
    static SmoothPoints between(double low, double high) {
        return spread(low, high, value -> {
            double jump = Math.rint(2 * value) / 2;
            return Math.abs(value - jump) < 0.02 ? jump + 0.03 : value;
        });
    }

    /** Multiples of 0.1 plus {@code offset}: points of two offsets never tie. */
    static SmoothPoints grid(double low, double high, double offset) {
        return spread(low, high, value -> Math.rint(10 * value) / 10 + offset);
    }

    private static SmoothPoints spread(double low, double high, DoubleUnaryOperator placed) {
        return shape -> {
            double[] values = new double[shape.size()];
            for (int i = 0; i < values.length; i++) {
                // Steps of the golden ratio fill the interval evenly and never return to a point.
                double share = (0.31 + 0.17 * low + i * 0.6180339887498949) % 1;
                values[i] = placed.applyAsDouble(low + (high - low) * (share < 0 ? share + 1 : share));
            }
            return HostArray.wrap(values, shape);
        };
    }
}
