package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.AdamStep;
import java.util.Map;

/** Stands where oneDNN is missing: it leaves every kernel to Java and OpenBLAS. */
final class JavaEngine implements Engine {
    private final String reason;

    /** With the reason why oneDNN is not used, as part of a sentence. */
    JavaEngine(String reason) {
        this.reason = reason;
    }

    @Override
    public boolean unary(UnaryOp op, CpuArray x, CpuArray y) {
        return false;
    }

    @Override
    public boolean binary(BinaryOp op, CpuArray a, CpuArray b, CpuArray y) {
        return false;
    }

    @Override
    public boolean matmul(CpuArray a, CpuArray b, boolean transposeA, boolean transposeB, CpuArray y) {
        return false;
    }

    @Override
    public boolean affine(CpuArray x, CpuArray w, CpuArray b, CpuArray y) {
        return false;
    }

    @Override
    public boolean expOfNegativeMagnitude(CpuArray x, CpuArray y) {
        return false;
    }

    @Override
    public boolean isAtLeast(CpuArray x, float bound) {
        return false;
    }

    @Override
    public boolean bernoulliGradient(CpuArray logits, CpuArray x, float scale, CpuArray y) {
        return false;
    }

    @Override
    public boolean normalLogProb(CpuArray x, float mean, float inverseScale, float constant, CpuArray y) {
        return false;
    }

    @Override
    public boolean adam(CpuArray parameter, CpuArray gradient, CpuArray mean, CpuArray square, AdamStep step) {
        return false;
    }

    @Override
    public boolean layerNorm(CpuArray x, CpuArray scale, CpuArray shift, double epsilon, CpuArray y) {
        return false;
    }

    @Override
    public boolean layerNormBackward(
            CpuArray x,
            CpuArray scale,
            CpuArray cotangent,
            double epsilon,
            CpuArray inX,
            CpuArray inScale,
            CpuArray inShift) {
        return false;
    }

    @Override
    public boolean lstm(CpuArray inputs, LstmRun run) {
        return false;
    }

    @Override
    public boolean lstmBackward(
            CpuArray cotangent,
            LstmRun run,
            CpuArray inInputs,
            CpuArray inRecurrent,
            CpuArray inHidden,
            CpuArray inCell) {
        return false;
    }

    @Override
    public boolean convolve(CpuArray x, CpuArray filters, Convolution geometry, CpuArray y) {
        return false;
    }

    @Override
    public boolean convolveInputBackward(CpuArray cotangent, CpuArray filters, Convolution geometry, CpuArray y) {
        return false;
    }

    @Override
    public boolean convolveFilterBackward(CpuArray x, CpuArray cotangent, Convolution geometry, CpuArray y) {
        return false;
    }

    @Override
    public Map<String, String> details() {
        return Map.of("oneDNN", "not used: " + reason);
    }

    @Override
    public void close() {}
}
