package io.surprisal.tensor.spi;

import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.SpecialOp;
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
        return HostArray.fromReals(result, out, arguments.get(0).dtype());
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
        return HostArray.fromReals(result, out, arguments.get(0).dtype());
    }
}
