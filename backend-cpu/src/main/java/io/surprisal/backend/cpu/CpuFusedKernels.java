package io.surprisal.backend.cpu;

import io.surprisal.random.DrawKind;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.AffineActivation;
import io.surprisal.tensor.ops.Convolution;
import io.surprisal.tensor.spi.AdamStep;
import io.surprisal.tensor.spi.FusedKernels;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fused kernels of {@code cpu}: of FLOAT32, and draws of both types. They hold the backend's lock, as its own kernels do. */
final class CpuFusedKernels implements FusedKernels<CpuArray> {
    private final Object lock;
    private final CpuArrays arrays;
    private final Engine engine;
    private final Affine affine;
    private final SoftmaxKernels softmax;
    private final BernoulliDensity bernoulli;
    private final NormalDensity normal;
    private final SquaredDistances distances;
    private final AdamKernel adam;
    private final Draws draws;

    CpuFusedKernels(Object lock, CpuArrays arrays, Scratch scratch, Engine engine, UnaryKernels unary) {
        this.lock = lock;
        this.arrays = arrays;
        this.engine = engine;
        affine = new Affine(arrays, scratch, engine, unary);
        softmax = new SoftmaxKernels(arrays, scratch);
        bernoulli = new BernoulliDensity(arrays, scratch, engine);
        normal = new NormalDensity(arrays, scratch, engine);
        distances = new SquaredDistances(arrays);
        adam = new AdamKernel();
        draws = new Draws(arrays);
    }

    @Override
    public @Nullable CpuArray affine(CpuArray x, CpuArray w, CpuArray b, AffineActivation activation, Shape out) {
        return allOrNothing(() -> isSingle(x) ? affine.apply(x, w, b, activation, out) : null);
    }

    @Override
    public @Nullable CpuArray activationBackward(AffineActivation activation, CpuArray cotangent, CpuArray x) {
        return allOrNothing(() -> isSingle(x) ? affine.activationBackward(activation, cotangent, x) : null);
    }

    @Override
    public @Nullable CpuArray softmax(CpuArray x) {
        return allOrNothing(() -> isSingle(x) ? softmax.softmax(x) : null);
    }

    @Override
    public @Nullable CpuArray logSoftmax(CpuArray x) {
        return allOrNothing(() -> isSingle(x) ? softmax.logSoftmax(x) : null);
    }

    @Override
    public @Nullable CpuArray logSumExp(CpuArray x, Shape out) {
        return allOrNothing(() -> isSingle(x) ? softmax.logSumExp(x, out) : null);
    }

    @Override
    public @Nullable CpuArray bernoulliLogProb(CpuArray logits, CpuArray x, int summed, Shape out) {
        return allOrNothing(() -> isSingle(x) ? bernoulli.logProb(logits, x, summed, out) : null);
    }

    @Override
    public @Nullable CpuArray bernoulliLogProbBackward(CpuArray cotangent, CpuArray logits, CpuArray x) {
        return allOrNothing(() -> isSingle(x) ? bernoulli.backward(cotangent, logits, x) : null);
    }

    @Override
    public @Nullable CpuArray normalLogProb(CpuArray x, CpuArray mean, CpuArray scale, int summed, Shape out) {
        return allOrNothing(() -> normal.logProb(x, mean, scale, out));
    }

    @Override
    public @Nullable CpuArray squaredDistances(CpuArray a, CpuArray b, Shape out) {
        return allOrNothing(() -> isSingle(a) ? distances.between(a, b, out) : null);
    }

    @Override
    public @Nullable CpuArray layerNorm(CpuArray x, CpuArray scale, CpuArray shift, double epsilon) {
        return allOrNothing(() -> {
            CpuArray y = arrays.make(x.shape(), x.dtype());
            return keepIf(isSingle(x) && engine.layerNorm(x, scale, shift, epsilon, y), y);
        });
    }

    @Override
    public @Nullable List<CpuArray> layerNormBackward(CpuArray x, CpuArray scale, CpuArray cotangent, double epsilon) {
        return allOrNothing(() -> {
            CpuArray inX = arrays.make(x.shape(), x.dtype());
            CpuArray inScale = arrays.make(scale.shape(), x.dtype());
            CpuArray inShift = arrays.make(scale.shape(), x.dtype());
            boolean written =
                    isSingle(x) && engine.layerNormBackward(x, scale, cotangent, epsilon, inX, inScale, inShift);
            return keepIf(written, List.of(inX, inScale, inShift));
        });
    }

    @Override
    public @Nullable CpuArray squaredDistancesBackward(CpuArray cotangent, CpuArray a, CpuArray b) {
        return allOrNothing(() -> isSingle(a) ? distances.backward(cotangent, a, b) : null);
    }

    @Override
    public @Nullable CpuArray lstm(
            CpuArray inputs, CpuArray recurrent, CpuArray hidden, CpuArray cell, @Nullable CpuArray mask, Shape out) {
        return allOrNothing(() -> {
            if (!isSingle(inputs)) {
                return null;
            }
            CpuArray states = arrays.make(out, inputs.dtype());
            CpuArray gates = arrays.make(inputs.shape().with(0, 1), inputs.dtype());
            CpuArray cells = arrays.make(out.with(0, 1), inputs.dtype());
            LstmRun run = new LstmRun(recurrent, hidden, cell, mask, states, gates, cells);
            boolean written = engine.lstm(inputs, run);
            arrays.release(cells);
            arrays.release(gates);
            return keepIf(written, states);
        });
    }

    @Override
    public @Nullable List<CpuArray> lstmTrace(
            CpuArray inputs, CpuArray recurrent, CpuArray hidden, CpuArray cell, @Nullable CpuArray mask, Shape out) {
        return allOrNothing(() -> {
            if (!isSingle(inputs)) {
                return null;
            }
            CpuArray states = arrays.make(out, inputs.dtype());
            CpuArray gates = arrays.make(inputs.shape(), inputs.dtype());
            CpuArray cells = arrays.make(out.with(0, out.at(0) - 1), inputs.dtype());
            LstmRun run = new LstmRun(recurrent, hidden, cell, mask, states, gates, cells);
            return keepIf(engine.lstm(inputs, run), List.of(states, gates, cells));
        });
    }

    @Override
    public @Nullable List<CpuArray> lstmBackward(
            CpuArray cotangent,
            CpuArray states,
            CpuArray gates,
            CpuArray cells,
            CpuArray recurrent,
            CpuArray hidden,
            CpuArray cell,
            @Nullable CpuArray mask) {
        return allOrNothing(() -> {
            if (!isSingle(gates)) {
                return null;
            }
            LstmRun run = new LstmRun(recurrent, hidden, cell, mask, states, gates, cells);
            CpuArray inInputs = arrays.make(gates.shape(), gates.dtype());
            CpuArray inRecurrent = arrays.make(recurrent.shape(), gates.dtype());
            CpuArray inHidden = arrays.make(hidden.shape(), gates.dtype());
            CpuArray inCell = arrays.make(cell.shape(), gates.dtype());
            boolean written = engine.lstmBackward(cotangent, run, inInputs, inRecurrent, inHidden, inCell);
            return keepIf(written, List.of(inInputs, inRecurrent, inHidden, inCell));
        });
    }

    @Override
    public @Nullable CpuArray convolve(CpuArray x, CpuArray filters, Convolution geometry, Shape out) {
        return allOrNothing(() -> {
            CpuArray y = arrays.make(out, x.dtype());
            return keepIf(isSingle(x) && engine.convolve(x, filters, geometry, y), y);
        });
    }

    @Override
    public @Nullable CpuArray convolveInputBackward(
            CpuArray cotangent, CpuArray filters, Convolution geometry, Shape out) {
        return allOrNothing(() -> {
            CpuArray y = arrays.make(out, cotangent.dtype());
            return keepIf(isSingle(cotangent) && engine.convolveInputBackward(cotangent, filters, geometry, y), y);
        });
    }

    @Override
    public @Nullable CpuArray convolveFilterBackward(CpuArray x, CpuArray cotangent, Convolution geometry, Shape out) {
        return allOrNothing(() -> {
            CpuArray y = arrays.make(out, x.dtype());
            return keepIf(isSingle(x) && engine.convolveFilterBackward(x, cotangent, geometry, y), y);
        });
    }

    @Override
    public CpuArray draw(DrawKind kind, RandomKey key, Shape out, DType dtype) {
        return allOrNothing(() -> draws.draw(kind, key, out, dtype));
    }

    @Override
    public CpuArray bernoulli(RandomKey key, CpuArray probability) {
        return allOrNothing(() -> draws.bernoulli(key, probability));
    }

    @Override
    public boolean adam(CpuArray parameter, CpuArray gradient, CpuArray mean, CpuArray square, AdamStep step) {
        synchronized (lock) {
            boolean exclusive = parameter.block().isExclusive()
                    && mean.block().isExclusive()
                    && square.block().isExclusive();
            if (!isSingle(parameter) || !exclusive) {
                return false;
            }
            if (!engine.adam(parameter, gradient, mean, square, step)) {
                adam.step(parameter, gradient, mean, square, step);
            }
            return true;
        }
    }

    private <T extends @Nullable Object> T allOrNothing(Supplier<T> kernel) {
        synchronized (lock) {
            return arrays.allOrNothing(kernel);
        }
    }

    private static boolean isSingle(CpuArray a) {
        return a.dtype() == DType.FLOAT32;
    }

    private @Nullable List<CpuArray> keepIf(boolean written, List<CpuArray> results) {
        if (!written) {
            results.forEach(arrays::release);
            return null;
        }
        return results;
    }

    private @Nullable CpuArray keepIf(boolean written, CpuArray y) {
        if (!written) {
            arrays.release(y);
            return null;
        }
        return y;
    }
}
