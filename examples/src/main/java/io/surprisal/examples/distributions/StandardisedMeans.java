package io.surprisal.examples.distributions;

import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Means of n draws, less their expectation and divided by their standard deviation; as they are where the distribution has no moments. */
final class StandardisedMeans {
    private static final int[] SIZES = {1, 2, 5, 30};

    private final int n;
    private final double[] sorted;
    private final double step;

    private StandardisedMeans(int n, double[] sorted, double step) {
        this.n = n;
        this.sorted = sorted;
        this.step = step;
    }

    /** Means of 1, 2, 5 and 30 draws; those of few draws are of the first among the many. */
    static List<StandardisedMeans> of(Univariate distribution, RandomKey key, int count) {
        try (Scope scope = Scope.open()) {
            int most = SIZES[SIZES.length - 1];
            double[] draws = distribution.sample(key, Shape.of(count, most)).toDoubles();
            var moments = distribution
                    .capability(HasMoments.class)
                    .filter(known -> !Double.isNaN(known.variance().item()));
            double mean = moments.map(known -> known.mean().item()).orElse(0.0);
            double deviation =
                    moments.map(known -> known.standardDeviation().item()).orElse(Double.NaN);
            boolean isLattice = distribution.support() instanceof Interval interval && interval.isWhole();
            List<StandardisedMeans> all = new ArrayList<>();
            for (int n : SIZES) {
                double scale = Double.isNaN(deviation) ? 1 : Math.sqrt(n) / deviation;
                double[] means = new double[count];
                Arrays.setAll(means, i -> scale * (sum(draws, i * most, n) / n - mean));
                Arrays.sort(means);
                all.add(new StandardisedMeans(n, means, isLattice ? scale / n : 0));
            }
            return all;
        }
    }

    /** How many draws each is the mean of. */
    int n() {
        return n;
    }

    /** The means in order of size. */
    double[] sorted() {
        return sorted;
    }

    /** The distance between outcomes next to each other, of draws that are whole numbers; else 0. */
    double step() {
        return step;
    }

    private static double sum(double[] draws, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += draws[i];
        }
        return sum;
    }
}
