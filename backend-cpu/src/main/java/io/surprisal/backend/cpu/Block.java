package io.surprisal.backend.cpu;

import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** One piece of native memory and how many arrays share it. Not safe for use by several threads. */
final class Block {
    private final Memory memory;
    private final long bytes;
    private final @Nullable Pointer allocation;
    private final @Nullable Runnable onForeignRelease;
    private int shares;
    private int restingSince;
    private boolean freed;

    private Block(Memory memory, long bytes, @Nullable Pointer allocation, @Nullable Runnable onForeignRelease) {
        this.memory = memory;
        this.bytes = bytes;
        this.allocation = allocation;
        this.onForeignRelease = onForeignRelease;
    }

    /** Part of an allocation, in use by nobody yet. */
    static Block within(Pointer allocation, long address, long bytes) {
        return new Block(new Memory(address, bytes), bytes, allocation, null);
    }

    /** Memory of somebody else; {@code onRelease} runs when the last share is given back. */
    static Block foreign(long address, long bytes, Runnable onRelease) {
        return new Block(new Memory(address, bytes), bytes, null, onRelease);
    }

    /**
     * Where the elements lie.
     *
     * @throws IllegalStateException if the memory went back with the backend's close, which another thread may have called
     */
    Memory memory() {
        if (freed) {
            throw new IllegalStateException("cpu: this array's memory was freed when its backend was closed."
                    + " Let the threads that compute end before the close.");
        }
        return memory;
    }

    /** The memory goes back; nobody may look at it any more. */
    void markFreed() {
        freed = true;
    }

    long bytes() {
        return bytes;
    }

    /** Nobody uses it from now on. */
    void restSince(int round) {
        restingSince = round;
    }

    /** The pool's round in which it was given back last. */
    int restingSince() {
        return restingSince;
    }

    /** What to free; null for foreign memory. */
    @Nullable
    Pointer allocation() {
        return allocation;
    }

    /** How foreign memory goes back; null for the pool's own. */
    @Nullable
    Runnable onForeignRelease() {
        return onForeignRelease;
    }

    /** Whether a kernel may write into what it was given: the memory is the pool's own, and one array alone has it. */
    boolean isExclusive() {
        return shares == 1 && onForeignRelease == null;
    }

    Block share() {
        shares++;
        return this;
    }

    /** Gives one share back; says whether it was the last. */
    boolean unshare() {
        return --shares == 0;
    }
}
