package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.BinaryOp;
import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.ops.UnaryOp;
import io.surprisal.tensor.spi.AdamStep;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;

/** The kernels of oneDNN, through its C interface. */
final class OneDnnEngine implements Engine {
    private final OneDnn library;
    private final PrimitiveCache<Primitive> cache = new PrimitiveCache<>();
    private final OneDnnBounds bounds;
    private final OneDnnUnary unary;
    private final OneDnnBinary binary;
    private final OneDnnMatmul matmul;
    private final OneDnnScalars scalars = new OneDnnScalars();
    private final OneDnnBernoulli bernoulli;
    private final OneDnnNormal normal;
    private final OneDnnAdam adam;
    private final OneDnnLayerNorm layerNorm;
    private final OneDnnLstm lstm;
    private final OneDnnConvolution convolution;

    /**
     * Loads the library.
     *
     * @throws LinkageError if there is none for the platform
     */
    OneDnnEngine(Scratch scratch, BlockPool pool) {
        library = new OneDnn();
        bounds = new OneDnnBounds(library, cache);
        unary = new OneDnnUnary(library, cache, bounds, scratch);
        binary = new OneDnnBinary(library, cache);
        matmul = new OneDnnMatmul(library, cache);
        bernoulli = new OneDnnBernoulli(library, cache, scalars);
        normal = new OneDnnNormal(library, cache, scalars);
        adam = new OneDnnAdam(library, cache, scalars);
        layerNorm = new OneDnnLayerNorm(library, cache, pool);
        lstm = new OneDnnLstm(new OneDnnProduct(library, cache), unary, pool);
        convolution = new OneDnnConvolution(library, pool);
    }

    @Override
    public boolean unary(UnaryOp op, CpuArray x, CpuArray y) {
        return unary.apply(op, x, y);
    }

    @Override
    public boolean binary(BinaryOp op, CpuArray a, CpuArray b, CpuArray y) {
        return binary.apply(op, a, b, y);
    }

    @Override
    public boolean matmul(CpuArray a, CpuArray b, boolean transposeA, boolean transposeB, CpuArray y) {
        return matmul.multiply(a, b, transposeA, transposeB, y);
    }

    @Override
    public boolean affine(CpuArray x, CpuArray w, CpuArray b, CpuArray y) {
        return matmul.affine(x, w, b, y);
    }

    @Override
    public boolean expOfNegativeMagnitude(CpuArray x, CpuArray y) {
        return bernoulli.expOfNegativeMagnitude(x, y);
    }

    @Override
    public boolean isAtLeast(CpuArray x, float bound) {
        return bounds.isAtLeast(x, bound);
    }

    @Override
    public boolean bernoulliGradient(CpuArray logits, CpuArray x, float scale, CpuArray y) {
        return bernoulli.gradient(logits, x, scale, y);
    }

    @Override
    public boolean normalLogProb(CpuArray x, float mean, float inverseScale, float constant, CpuArray y) {
        return normal.logProb(x, mean, inverseScale, constant, y);
    }

    @Override
    public boolean adam(CpuArray parameter, CpuArray gradient, CpuArray mean, CpuArray square, AdamStep step) {
        return adam.step(parameter, gradient, mean, square, step);
    }

    @Override
    public boolean layerNorm(CpuArray x, CpuArray scale, CpuArray shift, double epsilon, CpuArray y) {
        return layerNorm.forward(x, scale, shift, (float) epsilon, y);
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
        return layerNorm.backward(x, scale, cotangent, (float) epsilon, inX, inScale, inShift);
    }

    @Override
    public boolean lstm(CpuArray inputs, LstmRun run) {
        return lstm.forward(inputs, run);
    }

    @Override
    public boolean lstmBackward(
            CpuArray cotangent,
            LstmRun run,
            CpuArray inInputs,
            CpuArray inRecurrent,
            CpuArray inHidden,
            CpuArray inCell) {
        return lstm.backward(cotangent, run, inInputs, inRecurrent, inHidden, inCell);
    }

    @Override
    public boolean convolve(CpuArray x, CpuArray filters, Convolution geometry, CpuArray y) {
        return convolution.forward(x, filters, geometry, y);
    }

    @Override
    public boolean convolveInputBackward(CpuArray cotangent, CpuArray filters, Convolution geometry, CpuArray y) {
        return convolution.inputBackward(cotangent, filters, geometry, y);
    }

    @Override
    public boolean convolveFilterBackward(CpuArray x, CpuArray cotangent, Convolution geometry, CpuArray y) {
        return convolution.filterBackward(x, cotangent, geometry, y);
    }

    @Override
    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        dnnl_version_t version = dnnl.dnnl_version();
        details.put("oneDNN", version.major() + "." + version.minor() + "." + version.patch());
        details.put("instruction set", InstructionSet.effective());
        return details;
    }

    @Override
    public void close() {
        cache.clear();
        lstm.close();
        convolution.close();
        bounds.close();
        scalars.close();
        library.close();
    }
}
