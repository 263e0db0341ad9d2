package io.surprisal.examples.distributions;

import io.surprisal.examples.report.Range;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The part of the line on which a distribution is shown: from the 0.5 % to the 99.5 % quantile, less what would be flat along the axis. A
 * heavy tail is left out where its density is below a twentieth of the density at the median outcome.
 *
 * @param first where what is shown begins
 * @param last where it ends
 * @param margin how much of the line is shown on both sides of that
 */
record Window(double first, double last, double margin) {
    private static final int QUANTILES = 200;
    private static final double FLAT = 0.05;
    private static final double FLAT_MASS = 0.005;

    /** How near an end of the support may be, as a share of the window, to be taken in. */
    private static final double NEAR = 0.15;

    private static final double MARGIN = 0.03;

    /** Room for the halves of the first and the last column. */
    private static final double MASS_MARGIN = 0.7;

    /** The quantiles of 0.5 %, 1 %, …, 99.5 %. */
    static double[] quantiles(Specimen specimen) {
        return specimen.quantiles(IntStream.range(1, QUANTILES)
                .mapToDouble(i -> (double) i / QUANTILES)
                .toArray());
    }

    static Window of(Specimen specimen) {
        double[] quantiles = quantiles(specimen);
        double[] densities = specimen.densities(quantiles);
        return specimen.isDiscrete() ? ofMasses(quantiles, densities) : ofDensity(specimen, quantiles, densities);
    }

    private static Window ofMasses(double[] quantiles, double[] masses) {
        double least = FLAT_MASS * Arrays.stream(masses).max().orElseThrow();
        Window seen = hull(quantiles, masses, least);
        return new Window(seen.first, seen.last, MASS_MARGIN);
    }

    private static Window ofDensity(Specimen specimen, double[] quantiles, double[] densities) {
        double[] sorted = densities.clone();
        Arrays.sort(sorted);
        Window seen = hull(quantiles, densities, FLAT * sorted[sorted.length / 2]);
        double[] ends = specimen.quantiles(new double[] {0, 1});
        double near = NEAR * (seen.last - seen.first);
        double first = seen.first - ends[0] <= near ? ends[0] : seen.first;
        double last = ends[1] - seen.last <= near ? ends[1] : seen.last;
        return new Window(first, last, MARGIN * (last - first));
    }

    /** From the first to the last of the numbers whose density is at least this. */
    private static Window hull(double[] xs, double[] densities, double least) {
        double[] seen = IntStream.range(0, xs.length)
                .filter(i -> densities[i] >= least)
                .mapToDouble(i -> xs[i])
                .toArray();
        return new Window(seen[0], seen[seen.length - 1], 0);
    }

    /** The least window that holds both. */
    Window with(Window other) {
        return new Window(Math.min(first, other.first), Math.max(last, other.last), Math.max(margin, other.margin));
    }

    /** The left end of the chart. */
    double low() {
        return first - margin;
    }

    /** The right end of the chart. */
    double high() {
        return last + margin;
    }

    /** The abscissa of a chart. */
    Range across(Specimen specimen) {
        Range range = Range.between("", low(), high());
        return specimen.isDiscrete() ? range.whole() : range;
    }

    /** The numbers, in order, at which a curve is computed: evenly spaced, at quantiles, and on both sides of where the support ends. */
    double[] abscissae(Specimen specimen) {
        double[] even = IntStream.rangeClosed(0, QUANTILES)
                .mapToDouble(i -> low() + (high() - low()) * i / QUANTILES)
                .toArray();
        double[] ends = specimen.quantiles(new double[] {0, 1});
        double[] sides = {Math.nextDown(ends[0]), ends[0], ends[1], Math.nextUp(ends[1])};
        return Arrays.stream(new double[][] {even, quantiles(specimen), sides})
                .flatMapToDouble(Arrays::stream)
                .filter(x -> x >= low() && x <= high())
                .sorted()
                .distinct()
                .toArray();
    }
}
