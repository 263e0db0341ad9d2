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
                floats(kind, key, y, from, to);
            } else {
                doubles(kind, key, y, from, to);
            }
        });
        return y;
    }

    private static void floats(DrawKind kind, RandomKey key, CpuArray y, int from, int to) {
        HostDraws draws = HostDraws.ofThread();
        float[] block = new float[Scratch.block(from, to)];
        for (int done = from; done < to; done += Scratch.BLOCK) {
            int n = Scratch.block(done, to);
            draws.fill(kind, key, done, block, 0, n);
            y.memory().put(done, block, 0, n);
        }
    }

    private static void doubles(DrawKind kind, RandomKey key, CpuArray y, int from, int to) {
        HostDraws draws = HostDraws.ofThread();
        double[] block = new double[Scratch.block(from, to)];
        for (int done = from; done < to; done += Scratch.BLOCK) {
            int n = Scratch.block(done, to);
            draws.fill(kind, key, done, block, 0, n);
            y.memory().put(done, block, 0, n);
        }
    }

    CpuArray bernoulli(RandomKey key, CpuArray probability) {
        CpuArray y = arrays.make(probability.shape(), probability.dtype());
        HostThreads.compute(y.size(), GRAIN, (from, to) -> {
            if (y.dtype() == DType.FLOAT32) {
                floats(key, probability, y, from, to);
            } else {
                doubles(key, probability, y, from, to);
            }
        });
        return y;
    }

    private static void floats(RandomKey key, CpuArray probability, CpuArray y, int from, int to) {
        HostDraws draws = HostDraws.ofThread();
        float[] probabilities = new float[Scratch.block(from, to)];
        float[] block = new float[probabilities.length];
        for (int done = from; done < to; done += Scratch.BLOCK) {
            int n = Scratch.block(done, to);
            probability.memory().get(done, probabilities, 0, n);
            draws.bernoulli(key, done, probabilities, 0, block, 0, n);
            y.memory().put(done, block, 0, n);
        }
    }

    private static void doubles(RandomKey key, CpuArray probability, CpuArray y, int from, int to) {
        HostDraws draws = HostDraws.ofThread();
        double[] probabilities = new double[Scratch.block(from, to)];
        double[] block = new double[probabilities.length];
        for (int done = from; done < to; done += Scratch.BLOCK) {
            int n = Scratch.block(done, to);
            probability.memory().get(done, probabilities, 0, n);
            draws.bernoulli(key, done, probabilities, 0, block, 0, n);
            y.memory().put(done, block, 0, n);
        }
    }
}
