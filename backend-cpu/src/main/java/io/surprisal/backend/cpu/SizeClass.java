package io.surprisal.backend.cpu;

/**
 * The sizes that the pool hands out: four to a power of two, from 64 bytes, so that at most a fifth of a block is wasted and arrays of
 * similar sizes find each other's memory.
 */
final class SizeClass {
    /** Classes up to 2³⁷ bytes; the largest array has 2³⁴. */
    static final int COUNT = 4 * 31 + 1;

    private static final int SMALLEST_LOG = 6;

    private SizeClass() {}

    /** The smallest class whose blocks have {@code bytes} bytes or more. */
    static int of(long bytes) {
        if (bytes <= 1 << SMALLEST_LOG) {
            return 0;
        }
        long last = bytes - 1;
        int log = 63 - Long.numberOfLeadingZeros(last);
        int quarter = (int) (last >>> (log - 2)) & 3;
        return 4 * (log - SMALLEST_LOG) + quarter + 1;
    }

    /** The bytes of the blocks of a class: 64, 80, 96, 112, 128, 160 … */
    static long bytes(int sizeClass) {
        int log = sizeClass / 4 + SMALLEST_LOG;
        return (1L << log) + (long) (sizeClass % 4) * (1L << (log - 2));
    }
}
