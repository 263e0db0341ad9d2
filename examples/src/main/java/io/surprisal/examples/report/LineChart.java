package io.surprisal.examples.report;

import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Curves over one common abscissa, with a legend. */
public final class LineChart {
    private static final int HEIGHT = 240;

    private LineChart() {}

    /**
     * Draws curves.
     *
     * @param title what the chart shows, for those who cannot see it
     * @param xName the name of the abscissa
     * @param yName the name of the ordinate
     * @param xs the abscissae, whole numbers, at least one
     * @param curves the ordinates by name, as many as abscissae each; what is not finite is left out
     * @return the chart with its legend
     */
    public static Element of(String title, String xName, String yName, double[] xs, Map<String, double[]> curves) {
        double[] all = curves.values().stream().flatMapToDouble(Arrays::stream).toArray();
        Drawing drawing = Drawing.over(
                Range.of(xName, xs, 1),
                Range.of(yName, all, 0),
                Drawing.WIDE,
                HEIGHT,
                description(title, yName, curves));
        Element legend = Element.of("figcaption").with("class", "legend");
        int number = 0;
        for (Map.Entry<String, double[]> curve : curves.entrySet()) {
            String style = "c" + number++;
            double[] ys = curve.getValue();
            int[] kept = IntStream.range(0, xs.length)
                    .filter(i -> Double.isFinite(ys[i]))
                    .toArray();
            drawing.polyline(
                    Arrays.stream(kept).mapToDouble(i -> xs[i]).toArray(),
                    Arrays.stream(kept).mapToDouble(i -> ys[i]).toArray(),
                    style);
            legend.add(Legend.entry(style, curve.getKey()));
        }
        return Element.of("figure").add(drawing.element(), legend);
    }

    /** What a person sees at a glance: where each curve begins and ends. */
    private static String description(String title, String yName, Map<String, double[]> curves) {
        StringJoiner ends = new StringJoiner(", ", title + ": ", " " + yName + ".");
        curves.forEach((name, ys) -> {
            if (ys.length > 0) {
                ends.add(name + " from " + Axis.label(ys[0]) + " to " + Axis.label(ys[ys.length - 1]));
            }
        });
        return ends.toString();
    }
}
