package io.surprisal.tensor.spi;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.List;

/** Special functions element by element on the host, in double precision: every backend's fallback, and their oracle. */
public final class HostSpecial {
    private HostSpecial() {}

    /**
     * Applies {@code op} to arguments of one floating type, broadcast to {@code out}.
     *
     * @param op the operation
     * @param arguments the arguments
     * @param out the result's shape
     * @return the values
     */
    public static HostArray apply(SpecialOp op, List<HostArray> arguments, Shape out) {
        double[] result = new double[out.size()];
        ScalarFunction.of(op)
                .fill(result, arguments.stream().map(a -> Elements.of(a, out)).toArray(Elements[]::new));
        return rounded(result, arguments.get(0).dtype(), out);
    }

    /**
     * Applies a function that is defined outside core to arguments of one floating type, broadcast to {@code out}.
     *
     * @param function the function
     * @param arguments the arguments
     * @param out the result's shape
     * @return the values
     */
    public static HostArray apply(ElementFunction function, List<HostArray> arguments, Shape out) {
        double[] result = new double[out.size()];
        Elements[] elements = arguments.stream().map(a -> Elements.of(a, out)).toArray(Elements[]::new);
        double[] x = new double[elements.length];
        for (int i = 0; i < result.length; i++) {
            for (int k = 0; k < x.length; k++) {
                x[k] = elements[k].at(i);
            }
            result[i] = function.at(x);
        }
        return rounded(result, arguments.get(0).dtype(), out);
    }

    private static HostArray rounded(double[] result, DType dtype, Shape out) {
        return dtype == DType.FLOAT64 ? HostArray.wrap(result, out) : HostArray.wrap(narrow(result), out);
    }

    private static float[] narrow(double[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }
}
