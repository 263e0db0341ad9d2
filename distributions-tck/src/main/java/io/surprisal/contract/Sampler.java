package io.surprisal.contract;

import io.surprisal.distributions.Univariate;
import io.surprisal.special.IncompleteGamma;
import java.util.Arrays;

/** Draws against cumulative probabilities, by tests that a right sampler fails once in a million times. */
final class Sampler {
    private static final double FALSE_ALARM_RATE = 1e-6;
    private static final int CELLS = 60;

    private Sampler() {}

    static void verify(Subject subject) {
        Univariate univariate = subject.univariate().orElse(null);
        if (univariate == null) {
            return;
        }
        double[] draws = subject.sorted();
        Check.SAMPLER.require(Arrays.stream(draws).noneMatch(Double::isNaN), subject, "a draw is NaN.");
        double[] cdf = univariate.cdf(subject.vector(draws)).toDoubles();
        if (subject.isOfCounts()) {
            verifyCounts(subject, draws, cdf);
        } else {
            verifyDistance(subject, draws, cdf);
        }
    }

    /** Dvoretzky, Kiefer and Wolfowitz: the largest distance is at most √(log(2/α)/2n), but with probability α. */
    private static void verifyDistance(Subject subject, double[] draws, double[] cdf) {
        double bound = Math.sqrt(Math.log(2 / FALSE_ALARM_RATE) / (2.0 * draws.length));
        int last = draws.length - 1;
        for (int i = 0; i < draws.length; i++) {
            // Where draws are equal, as many are at most this number as the last of them tells.
            boolean isLastOfEqual = i == last || draws[i + 1] > draws[i];
            double empirical = (i + 1.0) / draws.length;
            Check.SAMPLER.require(
                    !isLastOfEqual || Math.abs(empirical - cdf[i]) <= bound + 1.0 / draws.length,
                    subject,
                    "%s of the draws are at most %s, where the cdf is %s; they differ by more than %s.",
                    empirical,
                    draws[i],
                    cdf[i],
                    bound);
        }
    }

    /** Pearson's χ² on cells between draws at equal steps. */
    private static void verifyCounts(Subject subject, double[] draws, double[] cdf) {
        double statistic = 0;
        int cells = 0;
        int counted = 0;
        double before = 0;
        for (int i = 0; i < draws.length; i++) {
            boolean isLast = i == draws.length - 1;
            boolean ends = isLast || draws[i + 1] > draws[i];
            double p = isLast ? 1 : cdf[i];
            // The last cell has whatever remains, and others at least their share.
            boolean isFull = isLast || (p - before >= 1.0 / CELLS && 1 - p >= 1.0 / CELLS);
            if (ends && isFull) {
                double expected = (p - before) * draws.length;
                int observed = i + 1 - counted;
                statistic += (observed - expected) * (observed - expected) / Math.max(expected, 1e-300);
                counted = i + 1;
                before = p;
                cells++;
            }
        }
        double pValue = cells == 1 ? 1 : IncompleteGamma.upper((cells - 1) / 2.0, statistic / 2);
        Check.SAMPLER.require(
                pValue > FALSE_ALARM_RATE,
                subject,
                "χ² of %d cells is %s, which has the probability %s; it should be more than %s.",
                cells,
                statistic,
                pValue,
                FALSE_ALARM_RATE);
    }
}
