package io.surprisal.tensor.spi;

import io.surprisal.tensor.DType;
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
        return arguments.get(0).dtype() == DType.FLOAT64
                ? HostArray.wrap(result, out)
                : HostArray.wrap(narrow(result), out);
    }

    private static float[] narrow(double[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }
}
