package io.surprisal.random;

/**
 * Fills arrays with uniform integers and with permutations. Not safe for use by several threads.
 *
 * <p>An integer below n is ⌊R·n / 2¹²⁸⌋ for the 128 random bits R of the element's block (first pair of words above the second), so that
 * every value has the probability 1/n to within 2⁻¹²⁸, without rejection.
 */
final class IntegerDraws {
    private final PhiloxBlocks blocks = new PhiloxBlocks();

    /**
     * Writes the elements {@code from}, …, {@code from + length − 1} of a draw of integers {@code low}, …, {@code low + range − 1}.
     *
     * @param range not 0, unsigned
     * @param target receives the elements from {@code offset} on
     */
    void fill(RandomKey key, long low, long range, long from, long[] target, int offset, int length) {
        for (int done = 0; done < length; done += PhiloxBlocks.CAPACITY) {
            int count = Math.min(PhiloxBlocks.CAPACITY, length - done);
            long[] pairs = blocks.compute(key, from + done, count, 0, Purpose.REJECTION);
            for (int i = 0; i < count; i++) {
                target[offset + done + i] = low + below(range, pairs[2 * i], pairs[2 * i + 1]);
            }
        }
    }

    /** @throws IllegalArgumentException if n is negative */
    long[] permutation(RandomKey key, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("permutation: the number of elements must not be negative, but is " + n
                    + ". Pass the length of an axis.");
        }
        var drawn = new long[n];
        permutation(key, drawn);
        return drawn;
    }

    /** Writes a permutation of 0, …, {@code target.length − 1}: Fisher and Yates's shuffle, inside out. */
    void permutation(RandomKey key, long[] target) {
        for (int start = 0; start < target.length; start += PhiloxBlocks.CAPACITY) {
            int count = Math.min(PhiloxBlocks.CAPACITY, target.length - start);
            long[] pairs = blocks.compute(key, start, count, 0, Purpose.REJECTION);
            for (int i = 0; i < count; i++) {
                int last = start + i;
                int chosen = (int) below(last + 1L, pairs[2 * i], pairs[2 * i + 1]);
                target[last] = target[chosen];
                target[chosen] = last;
            }
        }
    }

    /** ⌊(high·2⁶⁴ + low)·range / 2¹²⁸⌋, all unsigned. */
    static long below(long range, long high, long low) {
        long middle = high * range;
        long carried = middle + unsignedMultiplyHigh(low, range);
        long carry = Long.compareUnsigned(carried, middle) < 0 ? 1 : 0;
        return unsignedMultiplyHigh(high, range) + carry;
    }

    private static long unsignedMultiplyHigh(long x, long y) {
        return Math.multiplyHigh(x, y) + ((x >> 63) & y) + ((y >> 63) & x);
    }
}
