package io.surprisal.tensor.spi;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.List;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.LogGamma;

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
        int n = out.size();
        double[] result = new double[n];
        double[] point = new double[op.arity()];
        int[][] offsets =
                arguments.stream().map(a -> Offsets.broadcast(a.shape(), out)).toArray(int[][]::new);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < point.length; k++) {
                point[k] = arguments.get(k).doubleAt(offsets[k][i]);
            }
            result[i] = scalar(op, point);
        }
        return arguments.get(0).dtype() == DType.FLOAT64
                ? HostArray.wrap(result, out)
                : HostArray.wrap(narrow(result), out);
    }

    private static double scalar(SpecialOp op, double[] x) {
        return switch (op) {
            case ERF -> Erf.value(x[0]);
            case ERFC -> Erfc.value(x[0]);
            case LOG_GAMMA -> LogGamma.value(x[0]);
        };
    }

    private static float[] narrow(double[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }
}
