package io.surprisal.examples.report;

import java.util.Arrays;
import java.util.List;

/** Points in a plane, coloured by class. */
public final class ScatterChart {
    private static final int HEIGHT = 400;

    private ScatterChart() {}

    /**
     * Draws points.
     *
     * @param title what the chart shows, for those who cannot see it
     * @param xName the name of the abscissa
     * @param yName the name of the ordinate
     * @param points pairs of finite coordinates, at least one
     * @param classes a number from 0 to 9 for each point, or none at all
     * @return the chart, with a legend where there are classes
     */
    public static Element of(String title, String xName, String yName, double[][] points, List<Integer> classes) {
        Drawing drawing = Drawing.over(range(xName, points, 0), range(yName, points, 1), HEIGHT, title);
        for (int i = 0; i < points.length; i++) {
            drawing.dot(points[i][0], points[i][1], 1.8, "point c" + (classes.isEmpty() ? 0 : classes.get(i)));
        }
        Element legend = Element.of("figcaption").with("class", "legend");
        classes.stream()
                .distinct()
                .sorted()
                .forEach(number -> legend.add(Legend.entry("c" + number, number.toString())));
        return Element.of("figure").add(drawing.element(), legend);
    }

    private static Range range(String name, double[][] points, int axis) {
        return Range.of(
                name, Arrays.stream(points).mapToDouble(point -> point[axis]).toArray(), 0);
    }
}
