package io.surprisal.backend.cpu;

import io.surprisal.tensor.BackendException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;

/**
 * Keeps freed blocks for the next array of their size: taking one costs tens of nanoseconds, and steady work allocates nothing.
 * Used under the backend's lock.
 */
final class BlockPool {
    /** A cache line, and the widest vector. */
    private static final int ALIGNMENT = 64;
    /** After so much growth, the machine is asked for its free memory first: it would rather kill the process than refuse. */
    private static final long GROWTH_BETWEEN_LOOKS = 64L << 20;
    /** Blocks that nobody has wanted for so long go back; making them anew costs a hundredth of that for each GB. */
    private static final long IDLE_NANOSECONDS = 20_000_000_000L;

    private final List<ArrayDeque<Block>> free = new ArrayList<>();
    private final Set<Block> owned = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Block> foreign = Collections.newSetFromMap(new IdentityHashMap<>());
    private final CallJournal journal = new CallJournal();
    private final LongSupplier available;
    private final LongSupplier clock;
    /** Blocks that were given back in an earlier round have waited for a whole one. */
    private int round;

    private long roundBegan;
    private long grownSinceLook;
    private long liveBytes;
    private long pooledBytes;
    private long allocations;
    private boolean open = true;

    BlockPool() {
        this(MachineMemory::available, System::nanoTime);
    }

    /** A pool on a machine with so many bytes left, at a time in nanoseconds. */
    BlockPool(LongSupplier available, LongSupplier clock) {
        this.available = available;
        this.clock = clock;
        roundBegan = clock.getAsLong();
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
        journal.noteTaken(block);
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
        journal.noteGiven(block);
        if (!block.unshare()) {
            return;
        }
        if (foreign.remove(block)) {
            release(block);
        } else if (owned.contains(block)) {
            liveBytes -= block.bytes();
            pooledBytes += block.bytes();
            block.restSince(round);
            free.get(SizeClass.of(block.bytes())).addFirst(block);
        }
    }

    /** A kernel begins, which will {@link #commit} what it takes, or {@link #rollBack}. */
    void begin() {
        journal.begin();
    }

    /** What the kernel has taken stays taken. */
    void commit() {
        journal.commit();
    }

    /** Gives back what the kernel has taken. */
    void rollBack() {
        journal.rollBack(this::give);
    }

    /** Frees what nobody uses. */
    void trim() {
        free(Integer.MAX_VALUE);
    }

    /** Frees what waits for use since before a round, and hands it on to the machine. */
    private void free(int beforeRound) {
        long before = pooledBytes;
        for (ArrayDeque<Block> blocks : free) {
            blocks.removeIf(block -> {
                boolean old = block.restingSince() < beforeRound;
                if (old) {
                    pooledBytes -= block.bytes();
                    free(block);
                }
                return old;
            });
        }
        if (pooledBytes < before) {
            // The C library would keep what it was given, up to blocks of 32 MiB.
            Pointer.trimMemory();
        }
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
        grownSinceLook += bytes;
        if (grownSinceLook >= GROWTH_BETWEEN_LOOKS) {
            look(bytes);
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

    /** Before the pool grows: gives back what has idled for long, and all that idles if the machine is short of memory. */
    private void look(long bytes) {
        long now = clock.getAsLong();
        if (now - roundBegan >= IDLE_NANOSECONDS) {
            free(round);
            round++;
            roundBegan = now;
        }
        boolean scarce = available.getAsLong() < Math.max(bytes, GROWTH_BETWEEN_LOOKS);
        if (scarce) {
            trim();
            if (available.getAsLong() < bytes) {
                throw outOfMemory(bytes);
            }
        }
        // Where memory is short, the next block is looked at, too.
        grownSinceLook = scarce ? GROWTH_BETWEEN_LOOKS : 0;
    }

    private void free(Block block) {
        owned.remove(block);
        block.markFreed();
        Pointer.free(block.allocation());
    }

    private BackendException outOfMemory(long bytes) {
        return new BackendException("cpu: out of memory: asked for " + bytes + " bytes, free "
                + available.getAsLong() + ", held by tensors " + liveBytes
                + ". Close scopes earlier, or work in smaller batches.");
    }
}
