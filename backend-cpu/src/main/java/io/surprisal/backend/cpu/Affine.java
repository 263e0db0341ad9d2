package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.UnaryOp;
import org.jspecify.annotations.Nullable;

/**
 * Affine maps with an activation, of FLOAT32. The bias is added within the product. The activation is a second pass over the result,
 * which is still in the cache: oneDNN's own relu would make 0 of NaN and hide a diverged model.
 */
final class Affine {
    private final CpuArrays arrays;
    private final Scratch scratch;
    private final Engine engine;
    private final UnaryKernels unary;

    Affine(CpuArrays arrays, Scratch scratch, Engine engine, UnaryKernels unary) {
        this.arrays = arrays;
        this.scratch = scratch;
        this.engine = engine;
        this.unary = unary;
    }

    /** act(x·w + b); null where the engine does not multiply. */
    @Nullable
    CpuArray apply(CpuArray x, CpuArray w, CpuArray b, AffineActivation activation, Shape out) {
        CpuArray y = arrays.make(out, DType.FLOAT32);
        if (!engine.affine(x, w, b, y)) {
            arrays.release(y);
            return null;
        }
        switch (activation) {
            case NONE -> {}
            case RELU -> unary.into(UnaryOp.RELU, y, y);
            case TANH -> unary.into(UnaryOp.TANH, y, y);
            case SIGMOID -> unary.into(UnaryOp.SIGMOID, y, y);
        }
        return y;
    }

    /** The cotangent times the activation's derivative at its argument. */
    CpuArray activationBackward(AffineActivation activation, CpuArray cotangent, CpuArray x) {
        CpuArray y = arrays.make(x.shape(), DType.FLOAT32);
        int size = x.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            if (activation == AffineActivation.RELU) {
                cotangent.memory().get(done, scratch.intsA, 0, n);
                x.memory().get(done, scratch.intsB, 0, n);
                keepWherePositive(scratch.intsA, scratch.intsB, scratch.intsC, n);
                y.memory().put(done, scratch.intsC, 0, n);
            } else {
                cotangent.memory().get(done, scratch.floatsA, 0, n);
                x.memory().get(done, scratch.floatsB, 0, n);
                timesDerivative(activation, scratch.floatsA, scratch.floatsB, scratch.floatsC, n);
                y.memory().put(done, scratch.floatsC, 0, n);
            }
        }
        return y;
    }

    /** By bits: those of a positive float, and of NaN, are a positive integer, and its negative has the sign bit. */
    private static void keepWherePositive(int[] cotangent, int[] output, int[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = cotangent[i] & (-output[i] >> 31);
        }
    }

    private void timesDerivative(AffineActivation activation, float[] cotangent, float[] x, float[] y, int n) {
        FloatLogistic logistic = scratch.elementary.logistic();
        switch (activation) {
            case NONE, RELU -> System.arraycopy(cotangent, 0, y, 0, n);
            case TANH -> {
                // tanh′ x = 4 σ′(2x).
                scale(x, 2, n);
                logistic.slope(x, y, n);
                scale(y, 4, n);
                multiply(cotangent, y, n);
            }
            case SIGMOID -> {
                logistic.slope(x, y, n);
                multiply(cotangent, y, n);
            }
        }
    }

    private static void scale(float[] y, float factor, int n) {
        for (int i = 0; i < n; i++) {
            y[i] *= factor;
        }
    }

    private static void multiply(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] *= x[i];
        }
    }
}
