package io.surprisal.backend.nd4j;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arrays that a backend has given out, and the memory behind them. */
final class Holdings implements AutoCloseable {
    private final Set<SharedBuffer> buffers = ConcurrentHashMap.newKeySet();
    private final AtomicLong arrays = new AtomicLong();

    /** Gives out a new array, with its memory. */
    Nd4jArray hold(INDArray array, Shape shape, DType dtype) {
        return given(array, new SharedBuffer(array, true), shape, dtype);
    }

    /** Gives out an array whose memory belongs to somebody else, and stays after the release. */
    Nd4jArray borrow(INDArray array, Shape shape, DType dtype) {
        return given(array, new SharedBuffer(array, false), shape, dtype);
    }

    /** Gives out another view of an array's memory. */
    Nd4jArray share(Nd4jArray a, INDArray view, Shape shape) {
        a.buffer().retain();
        arrays.incrementAndGet();
        view.setCloseable(false);
        return new Nd4jArray(view, a.buffer(), shape, a.dtype());
    }

    void release(Nd4jArray a) {
        arrays.decrementAndGet();
        if (a.buffer().release()) {
            buffers.remove(a.buffer());
        }
    }

    long count() {
        return arrays.get();
    }

    /** Lets go of what was not released: another thread may be computing on it, and ND4J frees what nobody can reach. */
    @Override
    public void close() {
        buffers.forEach(SharedBuffer::letGo);
        buffers.clear();
        arrays.set(0);
    }

    private Nd4jArray given(INDArray array, SharedBuffer buffer, Shape shape, DType dtype) {
        buffers.add(buffer);
        arrays.incrementAndGet();
        return new Nd4jArray(array, buffer, shape, dtype);
    }
}
