package io.surprisal.random;

/**
 * Computes runs of Philox4x32-10 blocks in loops that the JIT compiler vectorises.
 *
 * <p>A block's four words are held as two pairs, the even word in the low half: a round is then one product, one rotation and two
 * exclusive ors for each pair, with one store, and the last round leaves the words as they are wanted. Each round reads and writes
 * different arrays. Not safe for use by several threads.
 */
final class PhiloxBlocks {
    /** The most blocks of one run: all scratch arrays together stay in the first-level cache. */
    static final int CAPACITY = 256;

    private final long[] first = new long[CAPACITY];
    private final long[] second = new long[CAPACITY];
    private final long[] nextFirst = new long[CAPACITY];
    private final long[] nextSecond = new long[CAPACITY];
    private final long[] lane = new long[CAPACITY];
    private final long[] pairs = new long[2 * CAPACITY];

    PhiloxBlocks() {
        for (int i = 0; i < CAPACITY; i++) {
            lane[i] = i;
        }
    }

    /**
     * Computes the blocks {@code from}, …, {@code from + count − 1}.
     *
     * @return two longs for each block: words 0 (low) and 1 (high), then words 2 and 3; the caller may write into the array, and the next
     *     call does
     */
    long[] compute(RandomKey key, long from, int count, int attempt, Purpose purpose) {
        start(from, (attempt & Philox4x32.LOW_WORD) | ((long) purpose.tag() << 32), count);
        int key0 = key.word0();
        int key1 = key.word1();
        for (int round = 0; round < Philox4x32.ROUNDS; round += 2) {
            round(first, second, nextFirst, nextSecond, key0, key1, count);
            key0 += Philox4x32.WEYL_0;
            key1 += Philox4x32.WEYL_1;
            round(nextFirst, nextSecond, first, second, key0, key1, count);
            key0 += Philox4x32.WEYL_0;
            key1 += Philox4x32.WEYL_1;
        }
        interleave(count);
        return pairs;
    }

    private void start(long from, long attemptAndPurpose, int count) {
        for (int i = 0; i < count; i++) {
            first[i] = from + lane[i];
        }
        for (int i = 0; i < count; i++) {
            second[i] = attemptAndPurpose;
        }
    }

    /** The rotation exchanges the product's halves: its high word becomes the even word, its low word the odd one. */
    private static void round(
            long[] first, long[] second, long[] nextFirst, long[] nextSecond, int key0, int key1, int count) {
        long k0 = key0 & Philox4x32.LOW_WORD;
        long k1 = key1 & Philox4x32.LOW_WORD;
        for (int i = 0; i < count; i++) {
            long product0 = Philox4x32.MULTIPLIER_0 * (first[i] & Philox4x32.LOW_WORD);
            long product1 = Philox4x32.MULTIPLIER_1 * (second[i] & Philox4x32.LOW_WORD);
            nextFirst[i] = Long.rotateLeft(product1, 32) ^ (first[i] >>> 32) ^ k0;
            nextSecond[i] = Long.rotateLeft(product0, 32) ^ (second[i] >>> 32) ^ k1;
        }
    }

    private void interleave(int count) {
        for (int i = 0; i < count; i++) {
            pairs[2 * i] = first[i];
            pairs[2 * i + 1] = second[i];
        }
    }
}
