package io.surprisal.tensor.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

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
     * @param work what computes a range; what it throws is thrown here
     */
    public static void compute(int size, int grain, Range work) {
        int parts = Math.min(limit, size / grain);
        if (parts <= 1) {
            work.compute(0, size);
            return;
        }
        List<ForkJoinTask<?>> tasks = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int from = start(part, parts, size);
            int to = start(part + 1, parts, size);
            tasks.add(ForkJoinTask.adapt(() -> work.compute(from, to)));
        }
        ForkJoinTask.invokeAll(tasks);
    }

    private static int start(int part, int parts, int size) {
        return (int) ((long) size * part / parts);
    }
}
