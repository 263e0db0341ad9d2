package io.surprisal.tensor.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import org.jspecify.annotations.Nullable;

/**
 * Element-by-element work on the host, shared out among threads in ranges. Elements are computed by themselves, so results do not depend on
 * the number of threads.
 *
 * <p>The number is one for the process: that of the processors, or what {@link #limit} says, as a backend does that was asked for fewer.
 * Helpers come from {@link java.util.concurrent.ForkJoinPool#commonPool}; the calling thread does its share.
 */
public final class HostThreads {
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
     * @param grain how many of them are worth a thread of their own: some 50 µs of work
     * @param work what computes a range; what it throws is thrown here when all threads are done, of several throwables that of the
     *     range that comes first
     */
    public static void compute(int size, int grain, Range work) {
        int parts = Math.min(limit, size / grain);
        if (parts <= 1) {
            work.compute(0, size);
            return;
        }
        List<Part> tasks = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            tasks.add(new Part(work, start(part, parts, size), start(part + 1, parts, size)));
        }
        ForkJoinTask.invokeAll(tasks);
        tasks.forEach(Part::rethrow);
    }

    private static int start(int part, int parts, int size) {
        return (int) ((long) size * part / parts);
    }

    /** A range, which ends normally whatever happens: a task that throws would not be waited for by those beside it. */
    private static final class Part extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final transient Range work;
        private final int from;
        private final int to;
        private transient @Nullable Throwable failure;

        Part(Range work, int from, int to) {
            this.work = work;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            try {
                work.compute(from, to);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        /** The throwable itself, in the calling thread. */
        void rethrow() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
