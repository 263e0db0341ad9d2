package io.surprisal.tensor.spi;

import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.SpecialOp;
import java.util.List;

/** Special functions element by element on the host, in double precision: every backend's fallback, and their oracle. */
public final class HostSpecial {
    /** Elements that are worth a thread: from ten to some hundred nanoseconds each. */
    private static final int GRAIN = 2048;

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
        Elements[] elements = elements(arguments, out);
        ScalarFunction function = ScalarFunction.of(op);
        HostThreads.compute(result.length, GRAIN, (from, to) -> function.fill(result, elements, from, to));
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
        Elements[] elements = elements(arguments, out);
        HostThreads.compute(result.length, GRAIN, (from, to) -> fill(function, elements, result, from, to));
        return HostArray.fromReals(result, out, arguments.get(0).dtype());
    }

    private static void fill(ElementFunction function, Elements[] elements, double[] result, int from, int to) {
        double[] x = new double[elements.length];
        for (int i = from; i < to; i++) {
            for (int k = 0; k < x.length; k++) {
                x[k] = elements[k].at(i);
            }
            result[i] = function.at(x);
        }
    }

    private static Elements[] elements(List<HostArray> arguments, Shape out) {
        return arguments.stream().map(a -> Elements.of(a, out)).toArray(Elements[]::new);
    }
}
