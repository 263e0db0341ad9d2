package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.AdamStep;
import java.util.Map;

/**
 * A library of native FLOAT32 kernels. Every kernel writes its last argument and says whether it did: false means "not here, or not for
 * these arguments", and the Java kernels do the work. Used under the backend's lock.
 */
interface Engine {
    /** y = op(x). */
    boolean unary(UnaryOp op, CpuArray x, CpuArray y);

    /** y = op(a, b), broadcast to the shape of y. */
    boolean binary(BinaryOp op, CpuArray a, CpuArray b, CpuArray y);

    /** y = a·b over the last two axes, each operand read transposed if its flag is set; leading axes broadcast. */
    boolean matmul(CpuArray a, CpuArray b, boolean transposeA, boolean transposeB, CpuArray y);

    /** y = x·w + b, for matrices x and w and a row b. */
    boolean affine(CpuArray x, CpuArray w, CpuArray b, CpuArray y);

    /** y = e^(−|x|), where tiny results may become 0 and NaN may become ∞. */
    boolean expOfNegativeMagnitude(CpuArray x, CpuArray y);

    /** Whether no element is below the bound, where that is quick to tell; NaN is not below it. */
    boolean isAtLeast(CpuArray x, float bound);

    /** y = scale·(x − σ(logits)). */
    boolean bernoulliGradient(CpuArray logits, CpuArray x, float scale, CpuArray y);

    /** y = −½((x − mean)·inverseScale)² − constant. */
    boolean normalLogProb(CpuArray x, float mean, float inverseScale, float constant, CpuArray y);

    /** A step of Adam, which writes all but the gradient. */
    boolean adam(CpuArray parameter, CpuArray gradient, CpuArray mean, CpuArray square, AdamStep step);

    /** y = scale·(x − mean)/√(variance + ε) + shift along the last axis. */
    boolean layerNorm(CpuArray x, CpuArray scale, CpuArray shift, double epsilon, CpuArray y);

    /** The derivatives of {@link #layerNorm} times a cotangent; writes the last three. */
    boolean layerNormBackward(
            CpuArray x,
            CpuArray scale,
            CpuArray cotangent,
            double epsilon,
            CpuArray inX,
            CpuArray inScale,
            CpuArray inShift);

    /** Writes what an LSTM makes of its inputs: states, gates and cells. */
    boolean lstm(CpuArray inputs, LstmRun run);

    /** The derivatives of {@link #lstm} times a cotangent of the states; writes the last four. */
    boolean lstmBackward(
            CpuArray cotangent,
            LstmRun run,
            CpuArray inInputs,
            CpuArray inRecurrent,
            CpuArray inHidden,
            CpuArray inCell);

    /** y = x ∗ filters. */
    boolean convolve(CpuArray x, CpuArray filters, Convolution geometry, CpuArray y);

    /** The adjoint of {@link #convolve} in x. */
    boolean convolveInputBackward(CpuArray cotangent, CpuArray filters, Convolution geometry, CpuArray y);

    /** The adjoint of {@link #convolve} in the filters. */
    boolean convolveFilterBackward(CpuArray x, CpuArray cotangent, Convolution geometry, CpuArray y);

    /** Facts for diagnosis, in reading order. */
    Map<String, String> details();

    void close();
}
