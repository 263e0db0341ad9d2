package io.surprisal.examples.distributions;

import io.surprisal.examples.report.Element;
import io.surprisal.examples.report.Histogram;
import io.surprisal.examples.report.Plot;
import io.surprisal.examples.report.Range;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The chart of one distribution: its density, or its probabilities, over a histogram of draws. */
final class DensityPanel {
    private static final int BINS = 40;
    private static final double HEADROOM = 1.06;

    /** How far above the third quartile of the densities of outcomes the chart goes: a peak that is higher is cut. */
    private static final double SPIKE = 2.5;

    private DensityPanel() {}

    /** The chart of a distribution and its draws, in a colour, with notes below. */
    static Element of(String family, Specimen specimen, double[] draws, String style, Element... notes) {
        Window window = Window.of(specimen);
        String title = family + ", " + specimen.name() + ": "
                + (specimen.isDiscrete() ? "probabilities over frequencies" : "density over a histogram") + " of "
                + draws.length + " draws";
        Plot plot = specimen.isDiscrete()
                ? masses(title, specimen, draws, window, style)
                : density(title, specimen, draws, window, style);
        return plot.named(style, specimen.name()).figure(notes);
    }

    private static Plot density(String title, Specimen specimen, double[] draws, Window window, String style) {
        double[] xs = window.abscissae(specimen);
        double[] ys = specimen.densities(xs);
        Histogram histogram = Histogram.of(draws, window.first(), window.last(), BINS);
        double highest = Arrays.stream(ys).max().orElseThrow();
        double spike = SPIKE * thirdQuartile(specimen.densities(Window.quantiles(specimen)));
        double top = highest <= spike ? Math.max(highest, histogram.top()) : spike;
        return Plot.small(title, window.across(specimen), Range.between("", 0, HEADROOM * top))
                .histogram(histogram, style)
                .curve(xs, ys, style);
    }

    private static double thirdQuartile(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[3 * sorted.length / 4];
    }

    private static Plot masses(String title, Specimen specimen, double[] draws, Window window, String style) {
        double[] atoms = specimen.atoms(window.first(), window.last());
        double[] masses = specimen.densities(atoms);
        double[] frequencies = Arrays.stream(atoms)
                .map(atom ->
                        (double) Arrays.stream(draws).filter(x -> x == atom).count() / draws.length)
                .toArray();
        double top = Math.max(max(masses), max(frequencies));
        return Plot.small(title, window.across(specimen), Range.between("", 0, HEADROOM * top))
                .bars(atoms, 0.8 * spacing(atoms), frequencies, "shade " + style)
                .dots(atoms, masses, style);
    }

    private static double spacing(double[] atoms) {
        return IntStream.range(1, atoms.length)
                .mapToDouble(i -> atoms[i] - atoms[i - 1])
                .min()
                .orElse(1);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }
}
