package io.surprisal.random;

import io.surprisal.special.RoundedExponential;
import io.surprisal.tensor.spi.BitCast;

/**
 * Fills arrays with standard gamma draws, the first attempts computed a run at a time, in loops that the JIT compiler vectorises. Not safe
 * for use by several threads.
 *
 * <p>The first attempt of element i has one of the two pairs of words of the block with counter (low half of ⌊i / 2⌋, its high half, 0, 3):
 * 52 bits make the normal number, the other 12 the leading digits of the uniform number of the acceptance test, which mostly suffice. Its
 * other digits are the second pair of the block (low half of i, high half of i, 0, 4); the first pair there is the further uniform number of a
 * concentration below 1. Attempt a ≥ 1 takes the block (low half of i, high half of i, a, 3), a pair for each number.
 */
final class GammaDraws {
    /** Marsaglia and Tsang accept more than 95 % of the candidates: the fallback has a probability below 10⁻¹⁶⁰. */
    static final int ATTEMPTS = 128;

    /** t of the mode's neighbourhood, where a draw after too many rejections is put. */
    private static final double FALLBACK = 1;

    /** Elements to a run. */
    private static final int CAPACITY = DoubleDraws.PER_BLOCK * PhiloxBlocks.CAPACITY;

    private static final long LEADING_BITS = 0xfff;
    /** 2⁻¹². */
    private static final double LEADING_UNIT = 0x1p-12;
    /** The bits of 2⁵²: or-ing a small integer to them adds it to the double. */
    private static final long SHIFTER_BITS = 0x43300000_00000000L;

    private static final double SHIFTER = 0x1p52;

    private final PhiloxBlocks blocks = new PhiloxBlocks();
    private final Philox4x32 block = new Philox4x32();
    private final BitCast cast = new BitCast(Long.BYTES * CAPACITY);
    private final DoubleDraws normals = new DoubleDraws(cast);
    private final long[] words = new long[CAPACITY];
    private final long[] leadingBits = new long[CAPACITY];
    private final double[] leading = new double[CAPACITY];
    private final double[] d = new double[CAPACITY];
    private final double[] c = new double[CAPACITY];
    private final double[] margins = new double[CAPACITY];
    private final double[] draws = new double[CAPACITY];
    private Gamma gamma = new Gamma(1);

    /**
     * Writes the elements {@code from}, …, {@code from + length − 1} of a draw, or their logarithms.
     *
     * @param concentrations positive and finite; element i has {@code concentrations[i % concentrations.length]}
     * @param target receives the elements from {@code offset} on
     */
    void fill(
            RandomKey key,
            double[] concentrations,
            boolean logarithm,
            int from,
            double[] target,
            int offset,
            int length) {
        boolean boosted = anyBelowOne(concentrations);
        for (int done = 0; done < length; ) {
            int start = from + done;
            int skipped = start % DoubleDraws.PER_BLOCK;
            int count = Math.min(CAPACITY - skipped, length - done);
            if (done == 0 || concentrations.length > 1) {
                load(concentrations, start, Math.min(CAPACITY, length - done));
            }
            computeCandidates(key, start, skipped, count);
            decide(key, concentrations, start, count);
            if (boosted || logarithm) {
                finish(key, concentrations, logarithm, start, count);
            }
            System.arraycopy(draws, 0, target, offset + done, count);
            done += count;
        }
    }

    private static boolean anyBelowOne(double[] concentrations) {
        for (double concentration : concentrations) {
            if (concentration < 1) {
                return true;
            }
        }
        return false;
    }

    private void use(double[] concentrations, int element) {
        double concentration = concentrations[element % concentrations.length];
        if (concentration != gamma.concentration()) {
            gamma = new Gamma(concentration);
        }
    }

    private void load(double[] concentrations, int start, int count) {
        int parameter = start % concentrations.length;
        for (int i = 0; i < count; i++) {
            d[i] = Gamma.d(concentrations[parameter]);
            parameter = parameter + 1 == concentrations.length ? 0 : parameter + 1;
        }
        for (int i = 0; i < count; i++) {
            c[i] = Gamma.c(d[i]);
        }
    }

    /** Computes the draws of the first candidates, and by how much each passes the quick test. */
    private void computeCandidates(RandomKey key, int start, int skipped, int count) {
        int used = (skipped + count + DoubleDraws.PER_BLOCK - 1) / DoubleDraws.PER_BLOCK;
        long[] pairs = blocks.compute(key, start / DoubleDraws.PER_BLOCK, used, 0, Purpose.REJECTION);
        System.arraycopy(pairs, skipped, words, 0, count);
        separateLeading(words, leadingBits, count);
        cast.longsToDoubles(leadingBits, leading, count);
        double[] normal = normals.transform(DrawKind.NORMAL, words, count);
        computeMargins(d, c, normal, leading, margins, count);
        computeDraws(d, c, normal, draws, count);
    }

    private static void separateLeading(long[] words, long[] leading, int count) {
        for (int i = 0; i < count; i++) {
            leading[i] = (words[i] & LEADING_BITS) | SHIFTER_BITS;
        }
    }

    private static void computeMargins(
            double[] d, double[] c, double[] normal, double[] leading, double[] margins, int count) {
        for (int i = 0; i < count; i++) {
            double most = (leading[i] - (SHIFTER - 1)) * LEADING_UNIT;
            margins[i] = Gamma.quickMargin(d[i], c[i] * normal[i], most);
        }
    }

    private static void computeDraws(double[] d, double[] c, double[] normal, double[] draws, int count) {
        for (int i = 0; i < count; i++) {
            double t = 1 + c[i] * normal[i];
            draws[i] = d[i] * t * t * t;
        }
    }

    /** Replaces the candidates that the quick test did not pass, unless the exact test does. */
    private void decide(RandomKey key, double[] concentrations, int start, int count) {
        for (int i = 0; i < count; i++) {
            if (!(margins[i] > 0)) {
                use(concentrations, start + i);
                draws[i] = gamma.draw(decided(key, start + i, i));
            }
        }
    }

    /** The accepted t of an element. */
    private double decided(RandomKey key, int element, int place) {
        block.compute(key, element, 0, Purpose.GAMMA_BOOST);
        double uniform = (leading[place] - SHIFTER + DoubleDraws.uniform(block.secondPair())) * LEADING_UNIT;
        double t = gamma.candidate(normals.last(place), uniform);
        for (int attempt = 1; Double.isNaN(t) && attempt < ATTEMPTS; attempt++) {
            block.compute(key, element, attempt, Purpose.REJECTION);
            double normal = DoubleNormal.quantile(DoubleDraws.uniform(block.firstPair()));
            t = gamma.candidate(normal, DoubleDraws.uniform(block.secondPair()));
        }
        return Double.isNaN(t) ? FALLBACK : t;
    }

    /** From draws of concentrations that were raised by 1 where they are below it. */
    private void finish(RandomKey key, double[] concentrations, boolean logarithm, int start, int count) {
        for (int i = 0; i < count; i++) {
            use(concentrations, start + i);
            if (gamma.isBoosted()) {
                block.compute(key, start + i, 0, Purpose.GAMMA_BOOST);
                double log = gamma.boosted(DoubleLog.log(draws[i]), DoubleDraws.uniform(block.firstPair()));
                draws[i] = logarithm ? log : RoundedExponential.of(log);
            } else if (logarithm) {
                draws[i] = DoubleLog.log(draws[i]);
            }
        }
    }
}
