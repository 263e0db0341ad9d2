package io.surprisal.distributions.goodness;

import io.surprisal.distributions.Univariate;
import io.surprisal.special.IncompleteBeta;
import io.surprisal.special.IncompleteGamma;
import java.util.Arrays;

/**
 * Whether draws of a discrete distribution follow it: Pearson's χ² on cells of equal probability, as far as the outcomes allow, and the exact
 * binomial law of how many draws are at most the end of each cell, which judges rare outcomes too.
 *
 * @param cells the probability of so large a χ² of cells in each of which {@value #EXPECTED} draws or more are expected; 1 where there are not
 *     two such cells
 * @param cuts the probability of so many or so few draws up to the least likely cut, times twice the number of cuts
 */
public record CountTest(double cells, double cuts) {
    /** With two cells, of which one expects so many, the law of χ² is off by a fifth at 10⁻⁶; with more by less. */
    private static final int EXPECTED = 1000;

    private static final int CELLS = 100;

    /**
     * {@return the test of draws}
     *
     * @param draws the draws, in any order; none NaN
     * @param law the distribution, one (of batch shape []) of discrete numbers
     * @throws IllegalArgumentException if there are no draws, or one is NaN
     */
    public static CountTest of(double[] draws, Univariate law) {
        double[] levels = new double[CELLS - 1];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (i + 1.0) / CELLS;
        }
        double[] ends = Arrays.stream(law.quantile(Draws.vector(law, levels)).toDoubles())
                .distinct()
                .toArray();
        double[] cdf = law.cdf(Draws.vector(law, ends)).toDoubles();
        double[] survival = law.survival(Draws.vector(law, ends)).toDoubles();
        int[] counts = new int[ends.length + 1];
        for (double draw : Draws.sorted(draws)) {
            int place = Arrays.binarySearch(ends, draw);
            counts[place >= 0 ? place : -1 - place]++;
        }
        return new CountTest(ofCells(counts, cdf, draws.length), ofCuts(counts, cdf, survival, draws.length));
    }

    /** {@return a probability that draws of the distribution fall below α with probability at most α: three times the lesser of the two, at most 1} */
    public double pValue() {
        return Math.min(1, 3 * Math.min(cells, cuts));
    }

    /** Neighbouring cells are joined until enough draws are expected in each. */
    private static double ofCells(int[] counts, double[] cdf, int n) {
        double statistic = 0;
        int cells = 0;
        double before = 0;
        int count = 0;
        for (int i = 0; i < counts.length; i++) {
            double p = i < cdf.length ? cdf[i] : 1;
            double expected = (p - before) * n;
            count += counts[i];
            boolean leavesEnough = i + 1 == counts.length || (1 - p) * n >= EXPECTED;
            if (expected >= EXPECTED && leavesEnough) {
                statistic += (count - expected) * (count - expected) / expected;
                cells++;
                before = p;
                count = 0;
            }
        }
        return cells <= 1 ? 1 : IncompleteGamma.upper((cells - 1) / 2.0, statistic / 2);
    }

    private static double ofCuts(int[] counts, double[] cdf, double[] survival, int n) {
        double least = 1;
        int atMost = 0;
        for (int i = 0; i < cdf.length; i++) {
            atMost += counts[i];
            least = Math.min(least, asMany(atMost, n, cdf[i], survival[i]));
            least = Math.min(least, asMany(n - atMost, n, survival[i], cdf[i]));
        }
        return Math.min(1, 2 * cdf.length * least);
    }

    /** P(K ≥ k) of a binomial number K. */
    private static double asMany(int k, int n, double p, double complement) {
        return k == 0 ? 1 : IncompleteBeta.lower(k, n - k + 1.0, p, complement);
    }
}
