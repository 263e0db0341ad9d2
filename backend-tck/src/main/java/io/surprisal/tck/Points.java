package io.surprisal.tck;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.SpecialOp;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.HostSpecial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** FLOAT64 points at which functions are smooth: inside the domain, all different, and none near a multiple of ½. */
final class Points {
    /** The least of each argument of a special function: probabilities, ordered pairs, exponents above 1, logarithms below 0. */
    private static final double[][] BOXES = {
        {0.2, 0.35, 0.4},
        {1.2, 0.35, 0.4},
        {0.2, 1.35, 0.4},
        {1.2, 1.35, 0.4},
        {-0.9, 0.35, 0.4},
        {1.2, -0.9, 0.4},
        {1.2, 1.35, -0.9}
    };

    private Points() {}

    static HostArray of(UnaryOp op, Shape shape) {
        return switch (op) {
            case LOG, SQRT, RECIPROCAL -> between(shape, 0.3, 2.3);
            case LOG1P -> between(shape, -0.7, 1.7);
            case ASIN, ACOS, ATANH -> between(shape, -0.8, 0.85);
            case ACOSH -> between(shape, 1.2, 2.8);
            case TAN -> between(shape, -1.2, 1.3);
            case NEG, ABS, SIGN, FLOOR, CEIL, ROUND, EXP, EXPM1, SQUARE, SIN, COS, ATAN -> between(shape, -1.8, 1.7);
            case SINH, COSH, TANH, ASINH, SIGMOID, SOFTPLUS, RELU, IS_NAN, IS_FINITE, NOT -> between(shape, -1.8, 1.7);
        };
    }

    /** Points inside the domain of a special function: the first of a few boxes where all its values are finite. */
    static List<HostArray> of(SpecialOp op, Shape shape) {
        for (double[] low : BOXES) {
            List<HostArray> arguments = new ArrayList<>();
            for (int k = 0; k < op.arity(); k++) {
                arguments.add(between(shape, low[k], low[k] + 0.25));
            }
            if (op == SpecialOp.POLYGAMMA) {
                arguments.set(0, whole(shape));
            }
            double[] values = HostSpecial.apply(op, arguments, shape).toDoubles();
            if (Arrays.stream(values).allMatch(Double::isFinite)) {
                return arguments;
            }
        }
        throw new IllegalStateException(op.label() + ": not finite in any box of arguments. Add a box to Points.");
    }

    /** An order of differentiation, which is a whole number. */
    private static HostArray whole(Shape shape) {
        double[] ones = new double[shape.size()];
        Arrays.fill(ones, 1);
        return HostArray.wrap(ones, shape);
    }

    /** Points of the interval in no order, moved away from multiples of ½, where rounding and signs jump. */
    static HostArray between(Shape shape, double low, double high) {
        int n = shape.size();
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            // A step of the golden ratio spreads any number of points evenly without repeating one.
            double share = (0.5 + i * 0.6180339887498949) % 1;
            double value = low + (high - low) * share;
            double jump = Math.rint(2 * value) / 2;
            values[i] = Math.abs(value - jump) < 0.02 ? jump + 0.04 : value;
        }
        return HostArray.wrap(values, shape);
    }
}
