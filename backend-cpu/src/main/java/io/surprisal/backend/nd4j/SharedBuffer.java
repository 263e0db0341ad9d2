package io.surprisal.backend.nd4j;

import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The memory behind one or several arrays: reshaped arrays share it, and the last of them to be released frees it. ND4J itself would
 * free it with the first, and lets anybody close an array that {@link Nd4jArrays} gives out: until then it is not closeable.
 */
final class SharedBuffer {
    private final INDArray whole;
    private final boolean owned;
    private final AtomicInteger holders = new AtomicInteger(1);

    /**
     * With one holder.
     *
     * @param owned whether the memory is freed at the end, or belongs to somebody else
     */
    SharedBuffer(INDArray whole, boolean owned) {
        this.whole = whole;
        this.owned = owned;
        if (owned) {
            whole.setCloseable(false);
        }
    }

    void retain() {
        holders.incrementAndGet();
    }

    /** Whether that was the last holder. */
    boolean release() {
        boolean last = holders.decrementAndGet() == 0;
        if (last) {
            free();
        }
        return last;
    }

    /** Leaves the memory to ND4J's own collector, which waits until no thread can look at it. */
    void letGo() {
        if (owned) {
            whole.setCloseable(true);
        }
    }

    private void free() {
        if (owned) {
            whole.setCloseable(true);
            whole.close();
        }
    }
}
