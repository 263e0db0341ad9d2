package io.surprisal.tensor.spi;

import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Element-by-element work on the host, shared out among threads in ranges. Elements are computed by themselves, so results do not depend on
 * the number of threads.
 *
 * <p>The number is one for the process: that of the processors, or what {@link #limit} says, as a backend does that was asked for fewer.
 * Helpers come from {@link java.util.concurrent.ForkJoinPool#commonPool}; the calling thread does its share.
 */
public final class HostThreads {
    /** More than one, so that a thread that starts late or is held up leaves its work to the others. */
    private static final int RANGES_PER_THREAD = 4;

    private static volatile int limit = Runtime.getRuntime().availableProcessors();

    /** The work on the elements {@code from}, …, {@code to − 1}. */
    @FunctionalInterface
    public interface Range {
        /**
         * Does it; several threads do at a time.
         *
         * @param from the first element
         * @param to the element after the last
         */
        void compute(int from, int to);
    }

    private HostThreads() {}

    /**
     * Sets how many threads may work at a time, the calling one included.
     *
     * @param threads at least 1
     * @throws IllegalArgumentException if it is less
     */
    public static void limit(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "HostThreads: at least 1 thread must work, but " + threads + " were asked for.");
        }
        limit = threads;
    }

    /**
     * Computes all elements and returns when that is done.
     *
     * @param size how many elements there are
     * @param grain how many of them are worth a thread of their own, some 50 µs of work: no range is smaller
     * @param work what computes a range; what it throws is thrown here when all threads are done, of several throwables that of the
     *     range that comes first
     */
    public static void compute(int size, int grain, Range work) {
        int threads = Math.min(limit, size / grain);
        if (threads <= 1) {
            work.compute(0, size);
            return;
        }
        var ranges = new Ranges(work, size, Math.min(size / grain, RANGES_PER_THREAD * threads));
        ForkJoinTask.invokeAll(
                Stream.generate(() -> new Worker(ranges)).limit(threads).toList());
        ranges.rethrow();
    }

    /** What a thread does: the next range that nobody has begun, until none is left. */
    private static final class Worker extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final transient Ranges ranges;

        Worker(Ranges ranges) {
            this.ranges = ranges;
        }

        @Override
        protected void compute() {
            ranges.work();
        }
    }

    /** The ranges of a computation, which ends normally whatever happens: workers that throw would not be waited for. */
    private static final class Ranges {
        private final Range work;
        private final int size;
        private final int count;
        private final AtomicInteger begun = new AtomicInteger();
        private int firstFailed = Integer.MAX_VALUE;
        private @Nullable Throwable failure;

        Ranges(Range work, int size, int count) {
            this.work = work;
            this.size = size;
            this.count = count;
        }

        void work() {
            for (int range = begun.getAndIncrement(); range < count; range = begun.getAndIncrement()) {
                try {
                    work.compute(start(range), start(range + 1));
                } catch (RuntimeException | Error e) {
                    fail(range, e);
                }
            }
        }

        private int start(int range) {
            return (int) ((long) size * range / count);
        }

        private synchronized void fail(int range, Throwable thrown) {
            if (range < firstFailed) {
                firstFailed = range;
                failure = thrown;
            }
        }

        /** The throwable itself, in the calling thread. */
        synchronized void rethrow() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
