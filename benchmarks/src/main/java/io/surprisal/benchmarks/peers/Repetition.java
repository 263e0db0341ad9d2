package io.surprisal.benchmarks.peers;

/**
 * How often work is repeated: a warm-up, then blocks that are timed one by one. A count and not a duration, so that both engines have
 * trained equally long when their losses are compared.
 *
 * @param warmUp runs before the first timed one, until the last method is compiled: training calls each many times in 1,500 steps, where a
 *     method that one run calls once needs 15,000 runs, and its callers as many again
 * @param blocks timed blocks
 * @param perBlock runs in each
 */
record Repetition(int warmUp, int blocks, int perBlock) {
    static final Repetition TRAINING = new Repetition(1_500, 15, 40);
    /** Of steps that call each kernel many times, so that fewer of them compile it. */
    static final Repetition SEQUENCES = new Repetition(300, 15, 8);

    static final Repetition SMALL_PRODUCT = new Repetition(2_000, 15, 100);
    static final Repetition LARGE_PRODUCT = new Repetition(60, 15, 6);
    static final Repetition SMALL = new Repetition(1_000_000, 15, 20_000);
    static final Repetition MEDIUM = new Repetition(40_000, 15, 400);
    /** Of one pass over a million numbers, which memory bounds. */
    static final Repetition PASS = new Repetition(15_000, 15, 200);
    /** Of a million numbers that take a few nanoseconds each. */
    static final Repetition MILLION = new Repetition(500, 15, 10);
    /** The same where a number takes some tens of nanoseconds. */
    static final Repetition SLOW_MILLION = new Repetition(20, 15, 2);

    /** {@return the same blocks, each a tenth as long after a tenth of the warm-up: to see that it runs, not to compare} */
    Repetition brief() {
        return new Repetition(Math.max(1, warmUp / 10), blocks, Math.max(1, perBlock / 10));
    }
}
