package io.surprisal.random;

/**
 * The Philox4x32-10 block function: four random words from a 128-bit counter and a 64-bit key.
 *
 * <p>Counter words 0 and 1 are the low and high half of the block index, word 2 is the attempt, word 3 the {@link Purpose}.
 * One instance holds the words of the last block that it computed; it is not safe for use by several threads.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as
 *     1, 2, 3 (SC 2011), table 2</a>
 */
final class Philox4x32 {
    static final int ROUNDS = 10;
    static final long MULTIPLIER_0 = 0xD2511F53L;
    static final long MULTIPLIER_1 = 0xCD9E8D57L;
    /** The golden ratio's fraction in 32 bits. */
    static final int WEYL_0 = 0x9E3779B9;
    /** √3 − 1 in 32 bits. */
    static final int WEYL_1 = 0xBB67AE85;

    static final long LOW_WORD = 0xFFFFFFFFL;

    private int word0;
    private int word1;
    private int word2;
    private int word3;

    /** Computes the block of counter (low half of {@code block}, high half of {@code block}, attempt, purpose). */
    void compute(RandomKey key, long block, int attempt, Purpose purpose) {
        compute((int) block, (int) (block >>> 32), attempt, purpose.tag(), key.word0(), key.word1());
    }

    void compute(int counter0, int counter1, int counter2, int counter3, int key0, int key1) {
        int c0 = counter0;
        int c1 = counter1;
        int c2 = counter2;
        int c3 = counter3;
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (c0 & LOW_WORD);
            long product1 = MULTIPLIER_1 * (c2 & LOW_WORD);
            c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c3 = (int) product0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        word0 = c0;
        word1 = c1;
        word2 = c2;
        word3 = c3;
    }

    /** Words 0 (low half) and 1 (high half) of the last block. */
    long firstPair() {
        return (word0 & LOW_WORD) | ((long) word1 << 32);
    }

    /** Words 2 (low half) and 3 (high half) of the last block. */
    long secondPair() {
        return (word2 & LOW_WORD) | ((long) word3 << 32);
    }
}
