package io.surprisal.examples.distributions;

import io.surprisal.examples.report.Element;
import io.surprisal.examples.report.Plot;
import io.surprisal.examples.report.Range;
import java.util.List;
import java.util.stream.DoubleStream;

/** The chart of the cumulative probabilities of several distributions. */
final class CumulativePanel {
    private CumulativePanel() {}

    static Element of(String family, List<Specimen> specimens) {
        Window window = specimens.stream().map(Window::of).reduce(Window::with).orElseThrow();
        Plot plot = Plot.small(
                family + ": cumulative probabilities", window.across(specimens.get(0)), Range.between("", 0, 1));
        for (int i = 0; i < specimens.size(); i++) {
            draw(specimens.get(i), window, plot, "c" + i);
        }
        return plot.figure(Element.of("p", "Cumulative probabilities, in the same colours.")
                .with("class", "notes"));
    }

    private static void draw(Specimen specimen, Window window, Plot plot, String style) {
        if (specimen.isDiscrete()) {
            double[] jumps = DoubleStream.concat(
                            DoubleStream.of(window.low()),
                            DoubleStream.of(specimen.atoms(window.first(), window.last())))
                    .distinct()
                    .toArray();
            plot.steps(jumps, specimen.cdf(jumps), window.high(), style);
        } else {
            double[] xs = window.abscissae(specimen);
            plot.curve(xs, specimen.cdf(xs), style);
        }
    }
}
