package io.surprisal.contract;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.goodness.CountTest;
import io.surprisal.distributions.goodness.CumulativeDistance;
import io.surprisal.tensor.DType;
import java.util.Arrays;

/** Draws against cumulative probabilities, by tests that a right sampler fails once in a million times. */
final class Sampler {
    private static final double FALSE_ALARM_RATE = 1e-6;
    /** What cumulative probabilities by quadrature may be off, of a distribution that does not tell its own. */
    private static final double QUADRATURE = 1e-3;

    private Sampler() {}

    static void verify(Subject subject) {
        if (!subject.isOfNumbers()) {
            return;
        }
        double[] draws = subject.sorted();
        Check.SAMPLER.require(Arrays.stream(draws).noneMatch(Double::isNaN), subject, "a draw is NaN.");
        Univariate univariate = subject.univariate().orElse(null);
        if (univariate != null && subject.isOfCounts()) {
            verifyCounts(subject, univariate, draws);
        } else if (univariate != null) {
            verifyDistance(subject, CumulativeDistance.of(draws, univariate, DType.FLOAT64));
        } else {
            double distance = Quadrature.of(subject).distance(draws);
            verifyDistance(subject, new CumulativeDistance(Math.max(0, distance - QUADRATURE), draws.length));
        }
    }

    private static void verifyDistance(Subject subject, CumulativeDistance distance) {
        double bound = distance.bound(FALSE_ALARM_RATE);
        Check.SAMPLER.require(
                distance.largest() <= bound,
                subject,
                "somewhere the share of %s draws is %s from the cumulative probability; it should be at most %s.",
                distance.draws(),
                distance.largest(),
                bound);
    }

    private static void verifyCounts(Subject subject, Univariate univariate, double[] draws) {
        CountTest test = CountTest.of(draws, univariate);
        Check.SAMPLER.require(
                test.pValue() > FALSE_ALARM_RATE,
                subject,
                "χ² of the draws has the probability %s and the number of draws up to some outcome %s; the lesser should be more than %s.",
                test.cells(),
                test.cuts(),
                FALSE_ALARM_RATE / 3);
    }
}
