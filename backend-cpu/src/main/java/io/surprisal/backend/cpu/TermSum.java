package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;

/** Sums of FLOAT32 terms that are computed as they are summed, so that no array of them is made. */
final class TermSum {
    private final CpuArrays arrays;
    private final Scratch scratch;

    TermSum(CpuArrays arrays, Scratch scratch) {
        this.arrays = arrays;
        this.scratch = scratch;
    }

    /** As many neighbouring terms, of {@code size}, go into each element of {@code out} as there are: the terms themselves, if one. */
    CpuArray of(Shape out, int size, FloatSource terms) {
        CpuArray y = arrays.make(out, DType.FLOAT32);
        if (out.size() == size) {
            for (long done = 0; done < size; done += Scratch.BLOCK) {
                int n = Scratch.block(done, size);
                terms.load(done, scratch.floatsA, n);
                y.memory().put(done, scratch.floatsA, 0, n);
            }
            return y;
        }
        new FloatSum(terms, y, scratch).reduce(new Lanes(out.size(), size / out.size(), 1));
        return y;
    }
}
