package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes and frees a backend's arrays, and counts those that live. Used under the backend's lock. */
final class CpuArrays {
    private final BlockPool pool = new BlockPool();
    private long live;

    /** A new array, its elements undefined. */
    CpuArray make(Shape shape, DType dtype) {
        Block block = pool.take((long) shape.size() * dtype.bytes());
        live++;
        return new CpuArray(block, shape, dtype);
    }

    /** The elements of {@code a} under another shape. */
    CpuArray view(CpuArray a, Shape shape) {
        live++;
        return new CpuArray(a.block().share(), shape, a.dtype());
    }

    /** An array over memory that somebody else keeps until {@code onRelease} runs. */
    CpuArray foreign(long address, Shape shape, DType dtype, Runnable onRelease) {
        live++;
        Block block = pool.takeOver(address, (long) shape.size() * dtype.bytes(), onRelease);
        return new CpuArray(block, shape, dtype);
    }

    /** Runs a kernel. If it throws, the arrays and the workspace that it took are given back, as if it had not been called. */
    <T extends @Nullable Object> T allOrNothing(Supplier<T> kernel) {
        long before = live;
        pool.begin();
        boolean done = false;
        try {
            T result = kernel.get();
            done = true;
            return result;
        } finally {
            if (done) {
                pool.commit();
            } else {
                pool.rollBack();
                live = before;
            }
        }
    }

    void release(CpuArray a) {
        live--;
        pool.give(a.block());
    }

    long live() {
        return live;
    }

    /** Frees the memory that nobody uses. */
    void trim() {
        pool.trim();
    }

    BlockPool pool() {
        return pool;
    }

    void close() {
        pool.close();
        live = 0;
    }
}
