package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Normal log-densities −½((x − μ)/σ)² − log σ − ½ log 2π, summed over the last axes as they are computed. A mean and a scale of one element
 * each, which all share, take one pass without a division.
 */
final class NormalDensity {
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private final CpuArrays arrays;
    private final Scratch scratch;
    private final Engine engine;
    private final TermSum sum;
    private final float[] means = new float[Scratch.BLOCK];
    private final float[] scales = new float[Scratch.BLOCK];
    private final float[] logScales = new float[Scratch.BLOCK];

    NormalDensity(CpuArrays arrays, Scratch scratch, Engine engine) {
        this.arrays = arrays;
        this.scratch = scratch;
        this.engine = engine;
        this.sum = new TermSum(arrays, scratch);
    }

    /** The log-densities; null where a composition is as good. */
    @Nullable
    CpuArray logProb(CpuArray x, CpuArray mean, CpuArray scale, Shape out) {
        boolean isShared = mean.size() == 1 && scale.size() == 1;
        if (x.dtype() == DType.FLOAT64) {
            boolean isElementwise = isShared && out.size() == x.size();
            double one = isElementwise ? scale.memory().getDouble(0) : Double.NaN;
            boolean hasInverse = one > Double.MIN_NORMAL && 1 / one > Double.MIN_NORMAL;
            return hasInverse ? ofShared(x, mean.memory().getDouble(0), one, out) : null;
        }
        float one = isShared ? scale.memory().getFloat(0) : Float.NaN;
        boolean hasInverse = one > Float.MIN_NORMAL && 1 / one > Float.MIN_NORMAL;
        return hasInverse ? ofShared(x, mean.memory().getFloat(0), one, out) : ofEach(x, mean, scale, out);
    }

    /** The engine and the loop round alike, step by step. */
    private CpuArray ofShared(CpuArray x, float mean, float scale, Shape out) {
        float inverse = 1 / scale;
        float constant = (float) constant(scale);
        if (out.size() == x.size()) {
            CpuArray y = arrays.make(out, DType.FLOAT32);
            if (engine.normalLogProb(x, mean, inverse, constant, y)) {
                return y;
            }
            arrays.release(y);
            return sum.of(out, x.size(), (index, target, n) -> {
                x.memory().get(index, target, 0, n);
                terms(target, mean, inverse, constant, n);
            });
        }
        return new SquareSums(x, mean, inverse).into(arrays.make(out, DType.FLOAT32), constant(scale));
    }

    private static void terms(float[] x, float mean, float inverse, float constant, int n) {
        for (int i = 0; i < n; i++) {
            float z = (x[i] - mean) * inverse;
            x[i] = -0.5f * (z * z) - constant;
        }
    }

    private CpuArray ofShared(CpuArray x, double mean, double scale, Shape out) {
        CpuArray y = arrays.make(out, DType.FLOAT64);
        double inverse = 1 / scale;
        double constant = constant(scale);
        DoublePass.unary((from, to, n) -> terms(from, to, mean, inverse, constant, n), x, y);
        return y;
    }

    private static void terms(double[] x, double[] y, double mean, double inverse, double constant, int n) {
        for (int i = 0; i < n; i++) {
            double z = (x[i] - mean) * inverse;
            y[i] = -0.5 * (z * z) - constant;
        }
    }

    private static double constant(double scale) {
        return Math.log(scale) + HALF_LOG_TWO_PI;
    }

    private CpuArray ofEach(CpuArray x, CpuArray mean, CpuArray scale, Shape out) {
        return sum.of(out, x.size(), (index, target, n) -> {
            read(scale, index, scales, n);
            scratch.elementary.logarithm().log(scales, logScales, n);
            x.memory().get(index, target, 0, n);
            read(mean, index, means, n);
            terms(target, means, scales, logScales, n);
        });
    }

    private static void read(CpuArray parameter, long index, float[] target, int n) {
        if (parameter.size() == 1) {
            Arrays.fill(target, 0, n, parameter.memory().getFloat(0));
        } else {
            parameter.memory().get(index, target, 0, n);
        }
    }

    private static void terms(float[] x, float[] mean, float[] scale, float[] logScale, int n) {
        for (int i = 0; i < n; i++) {
            float z = (x[i] - mean[i]) / scale[i];
            x[i] = -0.5f * (z * z) - logScale[i] - (float) HALF_LOG_TWO_PI;
        }
    }
}
