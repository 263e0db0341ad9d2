package io.surprisal.random;

import io.surprisal.tensor.spi.BitCast;

/**
 * Fills arrays with standard gamma draws, the normal numbers of the first attempts computed a run at a time. Not safe for use by several
 * threads.
 *
 * <p>Attempt a of element i takes the block with counter (low half of i, high half of i, a, 3): its first pair of words makes the normal
 * number, its second the uniform number of the acceptance test. The further uniform number of a concentration below 1 is the first pair of
 * the block (low half of i, high half of i, 0, 4).
 */
final class GammaDraws {
    /** Marsaglia and Tsang accept more than 95 % of the candidates: the fallback has a probability below 10⁻¹⁶⁰. */
    static final int ATTEMPTS = 128;

    /** t of the mode's neighbourhood, where a draw after too many rejections is put. */
    private static final double FALLBACK = 1;

    private final PhiloxBlocks blocks = new PhiloxBlocks();
    private final Philox4x32 block = new Philox4x32();
    private final DoubleDraws normals = new DoubleDraws(new BitCast(Long.BYTES * PhiloxBlocks.CAPACITY));
    private final long[] firstPairs = new long[PhiloxBlocks.CAPACITY];
    private final double[] boosts = new double[PhiloxBlocks.CAPACITY];

    /**
     * Writes the elements {@code from}, …, {@code from + target.length − 1} of a draw, or their logarithms.
     *
     * @param concentrations positive and finite; element i has {@code concentrations[i % concentrations.length]}
     */
    void fill(RandomKey key, long from, double[] concentrations, boolean logarithm, double[] target) {
        if (target.length == 0) {
            return;
        }
        boolean boosted = anyBelowOne(concentrations);
        int parameter = (int) (from % concentrations.length);
        var gamma = new Gamma(concentrations[parameter]);
        for (int start = 0; start < target.length; start += PhiloxBlocks.CAPACITY) {
            int count = Math.min(PhiloxBlocks.CAPACITY, target.length - start);
            long element = from + start;
            if (boosted) {
                computeBoosts(key, element, count);
            }
            long[] pairs = blocks.compute(key, element, count, 0, Purpose.REJECTION);
            for (int i = 0; i < count; i++) {
                firstPairs[i] = pairs[2 * i];
            }
            double[] normal = normals.transform(DrawKind.NORMAL, firstPairs, count);
            for (int i = 0; i < count; i++) {
                if (concentrations[parameter] != gamma.concentration()) {
                    gamma = new Gamma(concentrations[parameter]);
                }
                double t = gamma.candidate(normal[i], DoubleDraws.uniform(pairs[2 * i + 1]));
                if (Double.isNaN(t)) {
                    t = retry(gamma, key, element + i);
                }
                target[start + i] = gamma.isBoosted()
                        ? boosted(gamma.logBoosted(t, boosts[i]), logarithm)
                        : logarithm ? gamma.logDraw(t) : gamma.draw(t);
                parameter = parameter + 1 == concentrations.length ? 0 : parameter + 1;
            }
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

    private void computeBoosts(RandomKey key, long element, int count) {
        long[] pairs = blocks.compute(key, element, count, 0, Purpose.GAMMA_BOOST);
        for (int i = 0; i < count; i++) {
            boosts[i] = DoubleDraws.uniform(pairs[2 * i]);
        }
    }

    private static double boosted(double logDraw, boolean logarithm) {
        return logarithm ? logDraw : StrictMath.exp(logDraw);
    }

    private double retry(Gamma gamma, RandomKey key, long element) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            block.compute(key, element, attempt, Purpose.REJECTION);
            double normal = DoubleNormal.quantile(DoubleDraws.uniform(block.firstPair()));
            double t = gamma.candidate(normal, DoubleDraws.uniform(block.secondPair()));
            if (!Double.isNaN(t)) {
                return t;
            }
        }
        return FALLBACK;
    }
}
