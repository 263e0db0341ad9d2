package io.surprisal.backend.cpu;

import io.surprisal.tensor.BackendException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;

/**
 * Keeps freed blocks for the next array of their size: taking one costs tens of nanoseconds, and steady work allocates nothing.
 * Used under the backend's lock.
 */
final class BlockPool {
    /** A cache line, and the widest vector. */
    private static final int ALIGNMENT = 64;
    /** From this size on, the machine is asked for its free memory first: it would rather kill the process than refuse. */
    private static final long CHECKED_BYTES = 64L << 20;

    private final List<ArrayDeque<Block>> free = new ArrayList<>();
    private final Set<Block> owned = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Block> foreign = Collections.newSetFromMap(new IdentityHashMap<>());
    private long liveBytes;
    private long pooledBytes;
    private long allocations;
    private boolean open = true;

    BlockPool() {
        for (int i = 0; i < SizeClass.COUNT; i++) {
            free.add(new ArrayDeque<>(1));
        }
    }

    /**
     * A block of at least this many bytes, shared once.
     *
     * @throws BackendException if the machine has not that much memory left
     * @throws IllegalStateException if the pool was closed
     */
    Block take(long bytes) {
        requireOpen();
        int sizeClass = SizeClass.of(bytes);
        Block block = free.get(sizeClass).pollFirst();
        if (block == null) {
            block = allocate(SizeClass.bytes(sizeClass));
        } else {
            pooledBytes -= block.bytes();
        }
        liveBytes += block.bytes();
        return block.share();
    }

    /** Memory of somebody else as a block, shared once; {@code onRelease} runs when the last share is given back, or at the close. */
    Block takeOver(long address, long bytes, Runnable onRelease) {
        requireOpen();
        Block block = Block.foreign(address, bytes, onRelease);
        foreign.add(block);
        return block.share();
    }

    /** Gives back one share; the last one makes the block free for others. */
    void give(Block block) {
        if (!block.unshare()) {
            return;
        }
        if (foreign.remove(block)) {
            release(block);
        } else if (owned.contains(block)) {
            liveBytes -= block.bytes();
            pooledBytes += block.bytes();
            free.get(SizeClass.of(block.bytes())).addFirst(block);
        }
    }

    /** Frees what nobody uses. */
    void trim() {
        for (ArrayDeque<Block> blocks : free) {
            blocks.forEach(this::free);
            blocks.clear();
        }
        pooledBytes = 0;
    }

    /** Frees everything, blocks in use included, and gives out no more. */
    void close() {
        open = false;
        free.forEach(ArrayDeque::clear);
        List.copyOf(owned).forEach(this::free);
        foreign.forEach(BlockPool::release);
        foreign.clear();
        liveBytes = 0;
        pooledBytes = 0;
    }

    /** Bytes of the blocks in use. */
    long liveBytes() {
        return liveBytes;
    }

    /** Bytes of the blocks that wait for use. */
    long pooledBytes() {
        return pooledBytes;
    }

    /** How many blocks were ever allocated. */
    long allocations() {
        return allocations;
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("cpu: the backend was closed while a thread computed on it."
                    + " Let the threads that compute end before the close.");
        }
    }

    private static void release(Block block) {
        block.markFreed();
        Runnable onRelease = block.onForeignRelease();
        if (onRelease != null) {
            onRelease.run();
        }
    }

    private Block allocate(long bytes) {
        if (bytes >= CHECKED_BYTES && Pointer.availablePhysicalBytes() < bytes) {
            trim();
            if (Pointer.availablePhysicalBytes() < bytes) {
                throw outOfMemory(bytes);
            }
        }
        Pointer allocation = Pointer.malloc(bytes + ALIGNMENT);
        if (allocation == null || allocation.isNull()) {
            trim();
            allocation = Pointer.malloc(bytes + ALIGNMENT);
            if (allocation == null || allocation.isNull()) {
                throw outOfMemory(bytes);
            }
        }
        long address = (allocation.address() + ALIGNMENT - 1) & -ALIGNMENT;
        Block block = Block.within(allocation, address, bytes);
        owned.add(block);
        allocations++;
        return block;
    }

    private void free(Block block) {
        owned.remove(block);
        block.markFreed();
        Pointer.free(block.allocation());
    }

    private BackendException outOfMemory(long bytes) {
        return new BackendException("cpu: out of memory: asked for " + bytes + " bytes, free "
                + Pointer.availablePhysicalBytes() + ", held by tensors " + liveBytes
                + ". Close scopes earlier, or work in smaller batches.");
    }
}
