package io.surprisal.backend.cpu;

import io.surprisal.random.DrawKind;
import io.surprisal.random.HostDraws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.HostThreads;

/** Random draws by core's own routine, written to native memory block by block. */
final class Draws {
    /** Draws that are worth a thread: some four nanoseconds each. */
    private static final int GRAIN = 1 << 14;

    private final CpuArrays arrays;

    Draws(CpuArrays arrays) {
        this.arrays = arrays;
    }

    CpuArray draw(DrawKind kind, RandomKey key, Shape out, DType dtype) {
        CpuArray y = arrays.make(out, dtype);
        HostThreads.compute(y.size(), GRAIN, (from, to) -> {
            if (dtype == DType.FLOAT32) {
                floats(y, from, to, (draws, at, block, n) -> draws.fill(kind, key, at, block, 0, n));
            } else {
                doubles(y, from, to, (draws, at, block, n) -> draws.fill(kind, key, at, block, 0, n));
            }
        });
        return y;
    }

    CpuArray bernoulli(RandomKey key, CpuArray probability) {
        CpuArray y = arrays.make(probability.shape(), probability.dtype());
        HostThreads.compute(y.size(), GRAIN, (from, to) -> {
            if (y.dtype() == DType.FLOAT32) {
                float[] p = new float[Scratch.block(from, to)];
                floats(y, from, to, (draws, at, block, n) -> {
                    probability.memory().get(at, p, 0, n);
                    draws.bernoulli(key, at, p, 0, block, 0, n);
                });
            } else {
                double[] p = new double[Scratch.block(from, to)];
                doubles(y, from, to, (draws, at, block, n) -> {
                    probability.memory().get(at, p, 0, n);
                    draws.bernoulli(key, at, p, 0, block, 0, n);
                });
            }
        });
        return y;
    }

    /** Makes the elements from one on, as many as a block has at most. */
    @FunctionalInterface
    private interface Fill<T> {
        void into(HostDraws draws, int from, T block, int n);
    }

    private static void floats(CpuArray y, int from, int to, Fill<float[]> fill) {
        HostDraws draws = HostDraws.ofThread();
        float[] block = new float[Scratch.block(from, to)];
        for (int done = from; done < to; done += Scratch.BLOCK) {
            int n = Scratch.block(done, to);
            fill.into(draws, done, block, n);
            y.memory().put(done, block, 0, n);
        }
    }

    private static void doubles(CpuArray y, int from, int to, Fill<double[]> fill) {
        HostDraws draws = HostDraws.ofThread();
        double[] block = new double[Scratch.block(from, to)];
        for (int done = from; done < to; done += Scratch.BLOCK) {
            int n = Scratch.block(done, to);
            fill.into(draws, done, block, n);
            y.memory().put(done, block, 0, n);
        }
    }
}
