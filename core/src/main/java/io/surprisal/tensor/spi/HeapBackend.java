package io.surprisal.tensor.spi;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A backend whose arrays are Java objects, which the garbage collector frees, and whose kernels have finished when they return: there is
 * nothing to give back and nothing to wait for. It keeps count of the arrays that are out, which is all that is left of their lifetime.
 *
 * @param <A> the array type
 */
public abstract class HeapBackend<A> implements TensorBackend<A> {
    private final AtomicLong live = new AtomicLong();
    private volatile boolean open = true;

    /** For subclasses. */
    protected HeapBackend() {}

    /**
     * Counts an array as given out; every array that a kernel returns goes through here once.
     *
     * @param array what the kernel made
     * @return the same array
     */
    protected final A counted(A array) {
        live.incrementAndGet();
        return array;
    }

    @Override
    public void release(A a) {
        live.decrementAndGet();
    }

    @Override
    public final long liveArrays() {
        return open ? live.get() : 0;
    }

    @Override
    public final void synchronize() {}

    @Override
    public final void close() {
        open = false;
    }
}
