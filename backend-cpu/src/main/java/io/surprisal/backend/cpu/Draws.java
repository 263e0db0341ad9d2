package io.surprisal.backend.cpu;

import io.surprisal.random.DrawKind;
import io.surprisal.random.HostDraws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;

/** Random draws by core's own routine, written to native memory block by block. */
final class Draws {
    private final CpuArrays arrays;
    private final Scratch scratch;
    private final HostDraws draws = HostDraws.create();

    Draws(CpuArrays arrays, Scratch scratch) {
        this.arrays = arrays;
        this.scratch = scratch;
    }

    CpuArray draw(DrawKind kind, RandomKey key, Shape out, DType dtype) {
        CpuArray y = arrays.make(out, dtype);
        int size = out.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            if (dtype == DType.FLOAT32) {
                draws.fill(kind, key, done, scratch.floatsA, 0, n);
                y.memory().put(done, scratch.floatsA, 0, n);
            } else {
                draws.fill(kind, key, done, scratch.doublesA, 0, n);
                y.memory().put(done, scratch.doublesA, 0, n);
            }
        }
        return y;
    }

    CpuArray bernoulli(RandomKey key, CpuArray probability) {
        CpuArray y = arrays.make(probability.shape(), probability.dtype());
        int size = probability.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            if (probability.dtype() == DType.FLOAT32) {
                probability.memory().get(done, scratch.floatsA, 0, n);
                draws.bernoulli(key, done, scratch.floatsA, 0, scratch.floatsB, 0, n);
                y.memory().put(done, scratch.floatsB, 0, n);
            } else {
                probability.memory().get(done, scratch.doublesA, 0, n);
                draws.bernoulli(key, done, scratch.doublesA, 0, scratch.doublesB, 0, n);
                y.memory().put(done, scratch.doublesB, 0, n);
            }
        }
        return y;
    }
}
