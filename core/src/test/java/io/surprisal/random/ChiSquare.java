package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** Pearson's test of counts against exact probabilities, at a false-alarm rate of 1e-6. */
final class ChiSquare {
    private static final double FALSE_ALARM_RATE = 1e-6;
    /** Cells with a smaller expectation are pooled with their neighbours. */
    private static final double LEAST_EXPECTED = 10;
    /** Probability moved from one half of the cells to the other: such a sampler must fail. */
    private static final double DETECTED = 0.02;

    private ChiSquare() {}

    /**
     * Asserts that the counts agree with the probabilities, and disagree with some whose cumulative sum is 0.02 off in the middle. Cells of
     * probability 0 must be empty.
     */
    static void assertAgrees(long[] counts, double[] probabilities) {
        for (int k = 0; k < counts.length; k++) {
            if (probabilities[k] == 0) {
                assertThat(counts[k]).as("count of impossible cell %d", k).isZero();
            }
        }
        assertThat(pValue(counts, probabilities)).isGreaterThan(FALSE_ALARM_RATE);
        assertThat(pValue(counts, distorted(probabilities))).as("power").isLessThan(FALSE_ALARM_RATE);
    }

    private static double[] distorted(double[] probabilities) {
        var wrong = probabilities.clone();
        double cumulative = 0;
        int median = 0;
        while (cumulative + probabilities[median] < 0.5) {
            cumulative += probabilities[median++];
        }
        double below = cumulative > DETECTED ? cumulative : cumulative + probabilities[median];
        for (int k = 0; k < wrong.length; k++) {
            boolean lower = cumulative > DETECTED ? k < median : k <= median;
            wrong[k] *= lower ? 1 - DETECTED / below : 1 + DETECTED / (1 - below);
        }
        return wrong;
    }

    private static double pValue(long[] counts, double[] probabilities) {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        double statistic = 0;
        int cells = 0;
        double pooledCount = 0;
        double pooledExpected = 0;
        double remaining = 1;
        for (int k = 0; k < counts.length; k++) {
            pooledCount += counts[k];
            pooledExpected += n * probabilities[k];
            remaining -= probabilities[k];
            boolean last = k + 1 == counts.length;
            if (last) {
                // What is beyond the listed cells was not drawn, or belongs to the last of them.
                pooledExpected += n * Math.max(0, remaining);
            }
            if (last || (pooledExpected >= LEAST_EXPECTED && n * remaining >= LEAST_EXPECTED)) {
                statistic += (pooledCount - pooledExpected) * (pooledCount - pooledExpected) / pooledExpected;
                cells++;
                pooledCount = 0;
                pooledExpected = 0;
            }
        }
        return RegularizedGamma.Q.value((cells - 1) / 2.0, statistic / 2);
    }
}
