package io.surprisal.random;

/**
 * Rejection sampling with one Philox block for each element and attempt, bounded in its attempts.
 *
 * <p>Attempt a of element i takes the block with counter (low half of i, high half of i, a, 3): elements stay functions of the key and
 * their index, however many attempts their neighbours need. Not safe for use by several threads.
 */
final class Rejection {
    /** No sampler here rejects more than half its candidates, so that the fallback has a probability below 2⁻¹²⁸. */
    static final int ATTEMPTS = 128;

    private final Philox4x32 philox = new Philox4x32();

    /** One sampler, with the parameters of one element. */
    interface Sampler {
        /** The draw that two pairs of random words give, or NaN if they are rejected. */
        double candidate(long first, long second);

        /** What stands in for the draw after {@link #ATTEMPTS} rejections: a likely value. */
        double fallback();
    }

    /** Draws element {@code element}, whose first attempt's words are already there. */
    double draw(Sampler sampler, RandomKey key, long element, long first, long second) {
        double drawn = sampler.candidate(first, second);
        return Double.isNaN(drawn) ? retry(sampler, key, element) : drawn;
    }

    private double retry(Sampler sampler, RandomKey key, long element) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            philox.compute(key, element, attempt, Purpose.REJECTION);
            double drawn = sampler.candidate(philox.firstPair(), philox.secondPair());
            if (!Double.isNaN(drawn)) {
                return drawn;
            }
        }
        return sampler.fallback();
    }
}
