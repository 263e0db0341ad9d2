package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;

/** Blocks of a floating array as doubles; writing rounds. */
final class RealBlocks {
    private final Memory memory;
    private final boolean single;
    private final float[] floats;

    RealBlocks(CpuArray array, Scratch scratch) {
        this(array, scratch.floatsA);
    }

    /** With room of a caller's own for what is to be rounded. */
    RealBlocks(CpuArray array, float[] room) {
        this.memory = array.memory();
        this.single = array.dtype() == DType.FLOAT32;
        this.floats = room;
    }

    void get(long index, double[] target, int n) {
        get(index, target, 0, n);
    }

    /** At most a block of elements. */
    void get(long index, double[] target, int offset, int n) {
        if (single) {
            memory.get(index, floats, 0, n);
            for (int i = 0; i < n; i++) {
                target[offset + i] = floats[i];
            }
        } else {
            memory.get(index, target, offset, n);
        }
    }

    void put(long index, double[] source, int n) {
        put(index, source, 0, n);
    }

    /** At most a block of elements. */
    void put(long index, double[] source, int offset, int n) {
        if (single) {
            for (int i = 0; i < n; i++) {
                floats[i] = (float) source[offset + i];
            }
            memory.put(index, floats, 0, n);
        } else {
            memory.put(index, source, offset, n);
        }
    }

    /** The whole of {@code count} elements from {@code index}. */
    void getAll(long index, double[] target, int count) {
        for (int done = 0; done < count; done += Scratch.BLOCK) {
            get(index + done, target, done, Scratch.block(done, count));
        }
    }

    void putAll(long index, double[] source, int count) {
        for (int done = 0; done < count; done += Scratch.BLOCK) {
            put(index + done, source, done, Scratch.block(done, count));
        }
    }
}
