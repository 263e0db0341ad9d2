package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.DoubleSource;
import io.surprisal.tensor.spi.HostThreads;
import io.surprisal.tensor.spi.LongSource;

/** Elements that core computes, written to native memory block by block: no array of all of them is made on the heap. */
final class Generation {
    private final CpuArrays arrays;

    Generation(CpuArrays arrays) {
        this.arrays = arrays;
    }

    CpuArray of(Shape shape, DType dtype, int grain, DoubleSource source) {
        CpuArray y = arrays.make(shape, dtype);
        HostThreads.compute(y.size(), grain, (from, to) -> {
            double[] block = new double[Scratch.block(from, to)];
            RealBlocks blocks = new RealBlocks(y, new float[block.length]);
            for (int done = from; done < to; done += Scratch.BLOCK) {
                int n = Scratch.block(done, to);
                source.fill(done, block, 0, n);
                blocks.put(done, block, n);
            }
        });
        return y;
    }

    CpuArray of(Shape shape, int grain, LongSource source) {
        CpuArray y = arrays.make(shape, DType.INT64);
        HostThreads.compute(y.size(), grain, (from, to) -> {
            long[] block = new long[Scratch.block(from, to)];
            for (int done = from; done < to; done += Scratch.BLOCK) {
                int n = Scratch.block(done, to);
                source.fill(done, block, 0, n);
                y.memory().put(done, block, 0, n);
            }
        });
        return y;
    }
}
