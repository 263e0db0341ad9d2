package io.surprisal.examples.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
     * @return the chart; where there are classes, each is named at the median of its points, and in a legend
     */
    public static Element of(String title, String xName, String yName, double[][] points, List<Integer> classes) {
        Drawing drawing = Drawing.over(range(xName, points, 0), range(yName, points, 1), Drawing.WIDE, HEIGHT, title);
        for (int i = 0; i < points.length; i++) {
            drawing.dot(points[i][0], points[i][1], 1.8, "point c" + (classes.isEmpty() ? 0 : classes.get(i)));
        }
        Element legend = Element.of("figcaption").with("class", "legend");
        List<Integer> numbers = classes.stream().distinct().sorted().toList();
        List<String> words = numbers.stream().map(Object::toString).toList();
        List<String> styles = numbers.stream().map(number -> "c" + number).toList();
        double[][] centres =
                numbers.stream().map(number -> centre(points, classes, number)).toArray(double[][]::new);
        drawing.tags(centres, words, styles);
        for (int i = 0; i < words.size(); i++) {
            legend.add(Legend.entry(styles.get(i), words.get(i)));
        }
        return Element.of("figure").add(drawing.element(), legend);
    }

    /** The medians of the coordinates of a class. */
    private static double[] centre(double[][] points, List<Integer> classes, int number) {
        double[][] members = IntStream.range(0, points.length)
                .filter(i -> classes.get(i) == number)
                .mapToObj(i -> points[i])
                .toArray(double[][]::new);
        return new double[] {median(members, 0), median(members, 1)};
    }

    private static double median(double[][] points, int axis) {
        double[] sorted =
                Arrays.stream(points).mapToDouble(point -> point[axis]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Range range(String name, double[][] points, int axis) {
        return Range.of(
                name, Arrays.stream(points).mapToDouble(point -> point[axis]).toArray(), 0);
    }
}
