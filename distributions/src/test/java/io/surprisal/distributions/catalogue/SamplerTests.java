package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.distributions.Univariate;
import io.surprisal.special.IncompleteGamma;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The two tests of samplers, each with a planted error of 0.02 that it must see. */
final class SamplerTests {
    private static final double FALSE_ALARM_RATE = 1e-6;
    private static final double PLANTED = 0.02;
    /** Cells of equal probability, as far as whole numbers allow. */
    private static final int CELLS = 100;

    /** Smaller cells are put together with the next, since of so few draws the statistic has another distribution than χ². */
    private static final double LEAST_EXPECTED = 30;

    private SamplerTests() {}

    /**
     * Dvoretzky, Kiefer and Wolfowitz: the largest distance between the empirical and the true cumulative probabilities exceeds √(log(2/α)/2n)
     * with probability at most α.
     *
     * @param cdf the true cumulative probabilities of different draws in ascending order
     */
    static void assertDistances(String description, double[] cdf) {
        assertDistances(description, cdf, cdf);
    }

    /**
     * The same of draws of which some are equal, having been rounded: there the empirical probabilities jump, and are compared on both sides.
     *
     * @param cdf the true cumulative probabilities of the draws in ascending order
     * @param before those of the next lesser numbers
     */
    static void assertDistances(String description, double[] cdf, double[] before) {
        double bound = Math.sqrt(Math.log(2 / FALSE_ALARM_RATE) / (2.0 * cdf.length));
        assertThat(distance(cdf, before, p -> p)).as(description).isLessThanOrEqualTo(bound);
        assertThat(distance(cdf, before, p -> Math.min(1, p + PLANTED)))
                .as("power: " + description)
                .isGreaterThan(bound);
    }

    /** Equal draws are one step. */
    private static double distance(double[] cdf, double[] before, DoubleUnaryOperator change) {
        double largest = 0;
        int n = cdf.length;
        for (int i = 0; i < n; i++) {
            if (i + 1 == n || cdf[i + 1] != cdf[i]) {
                largest = Math.max(largest, Math.abs((i + 1.0) / n - change.applyAsDouble(cdf[i])));
            }
            if (i == 0 || cdf[i - 1] != cdf[i]) {
                largest = Math.max(largest, change.applyAsDouble(before[i]) - (double) i / n);
            }
        }
        return largest;
    }

    /** Pearson's χ² on cells of whole numbers. */
    static void assertCounts(String description, Univariate distribution, double[] draws) {
        double[] levels = new double[CELLS - 1];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (i + 1.0) / CELLS;
        }
        // What is greater than all doubles is drawn as the greatest, and belongs to the last cell.
        double[] ends = Arrays.stream(
                        distribution.quantile(vector(distribution, levels)).toDoubles())
                .filter(end -> end < Double.MAX_VALUE)
                .distinct()
                .toArray();
        double[] cdf = distribution.cdf(vector(distribution, ends)).toDoubles();
        assertThat(pValue(ends, cdf, draws)).as(description).isGreaterThan(FALSE_ALARM_RATE);
        double[] moved = Arrays.stream(cdf)
                .map(p -> p + PLANTED < 1 ? p + PLANTED : p - PLANTED)
                .toArray();
        assertThat(pValue(ends, moved, draws)).as("power: " + description).isLessThan(FALSE_ALARM_RATE);
    }

    private static io.surprisal.tensor.Tensor vector(Univariate distribution, double[] elements) {
        return distribution.backend().of(HostArray.wrap(elements, Shape.of(elements.length)));
    }

    /** Cells end at {@code ends}, where the cumulative probabilities are {@code cdf}; a last cell is what lies beyond. */
    private static double pValue(double[] ends, double[] cdf, double[] draws) {
        long[] counts = new long[ends.length + 1];
        for (double draw : draws) {
            int place = Arrays.binarySearch(ends, draw);
            counts[place >= 0 ? place : -1 - place]++;
        }
        double statistic = 0;
        int cells = 0;
        double before = 0;
        double expected = 0;
        double found = 0;
        double remaining = draws.length;
        for (int i = 0; i < counts.length; i++) {
            double end = i < cdf.length ? cdf[i] : 1;
            if (end == before && counts[i] > 0) {
                return 0;
            }
            expected += (end - before) * draws.length;
            found += counts[i];
            before = end;
            // The rest must be a cell too.
            boolean isCell = expected >= LEAST_EXPECTED && remaining - expected >= LEAST_EXPECTED;
            if (isCell || i == counts.length - 1) {
                statistic += expected == 0 ? 0 : (found - expected) * (found - expected) / expected;
                cells++;
                remaining -= expected;
                expected = 0;
                found = 0;
            }
        }
        return cells == 1 ? 1 : IncompleteGamma.upper((cells - 1) / 2.0, statistic / 2);
    }
}
