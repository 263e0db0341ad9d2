package io.surprisal.examples.report;

import java.util.Arrays;

/**
 * A chart of layers, each drawn over those before: columns, curves, steps, dots and lines. Styles are those of the style sheet: {@code c0} to
 * {@code c9} are colours. What is outside the frame is not drawn.
 */
public final class Plot {
    private static final int HEIGHT = 240;
    private static final int SMALL_WIDTH = 300;
    private static final int SMALL_HEIGHT = 190;

    private final Drawing drawing;
    private final Element legend = Element.of("span").with("class", "legend");

    private Plot(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * {@return an empty chart}
     *
     * @param title what it shows, for those who cannot see it
     * @param across the range of the abscissa
     * @param up the range of the ordinate
     */
    public static Plot of(String title, Range across, Range up) {
        return new Plot(Drawing.over(across, up, Drawing.WIDE, HEIGHT, title));
    }

    /**
     * {@return an empty chart, of which several stand side by side}
     *
     * @param title what it shows, for those who cannot see it
     * @param across the range of the abscissa
     * @param up the range of the ordinate
     */
    public static Plot small(String title, Range across, Range up) {
        Plot plot = new Plot(Drawing.over(across, up, SMALL_WIDTH, SMALL_HEIGHT, title));
        plot.drawing.element().with("class", "small");
        return plot;
    }

    /**
     * Draws a histogram: columns without gaps, in a light shade.
     *
     * @param histogram the columns
     * @param style their colour
     * @return this chart
     */
    public Plot histogram(Histogram histogram, String style) {
        double[] edges = histogram.edges();
        drawing.columns(
                Arrays.copyOf(edges, edges.length - 1),
                Arrays.copyOfRange(edges, 1, edges.length),
                histogram.heights(),
                "shade " + style);
        return this;
    }

    /**
     * Draws columns of one width.
     *
     * @param middles where they stand
     * @param width how wide each is, in numbers of the abscissa
     * @param heights how high each is
     * @param style their colour, and {@code shade} where they shall be light
     * @return this chart
     */
    public Plot bars(double[] middles, double width, double[] heights, String style) {
        drawing.columns(
                Arrays.stream(middles).map(x -> x - width / 2).toArray(),
                Arrays.stream(middles).map(x -> x + width / 2).toArray(),
                heights,
                "bar " + style);
        return this;
    }

    /**
     * Draws a curve.
     *
     * @param xs abscissae in order
     * @param ys the ordinate of each; the curve is broken where one is not finite
     * @param style its colour
     * @return this chart
     */
    public Plot curve(double[] xs, double[] ys, String style) {
        drawing.curve(xs, ys, style);
        return this;
    }

    /**
     * Draws a function that is constant but for jumps.
     *
     * @param xs the abscissae of the jumps in order, the first of them where the curve begins
     * @param ys the ordinate from each jump to the next
     * @param end where the curve ends
     * @param style its colour
     * @return this chart
     */
    public Plot steps(double[] xs, double[] ys, double end, String style) {
        double[] corners = new double[2 * xs.length];
        double[] values = new double[2 * xs.length];
        for (int i = 0; i < xs.length; i++) {
            corners[2 * i] = xs[i];
            corners[2 * i + 1] = i + 1 < xs.length ? xs[i + 1] : end;
            values[2 * i] = ys[i];
            values[2 * i + 1] = ys[i];
        }
        return curve(corners, values, style);
    }

    /**
     * Draws dots.
     *
     * @param xs their abscissae
     * @param ys their ordinates
     * @param style their colour
     * @return this chart
     */
    public Plot dots(double[] xs, double[] ys, String style) {
        double radius = xs.length > 30 ? 2 : 3;
        for (int i = 0; i < xs.length; i++) {
            drawing.dot(xs[i], ys[i], radius, style);
        }
        return this;
    }

    /**
     * Draws a dashed line upwards.
     *
     * @param x where it stands
     * @param style its colour
     * @return this chart
     */
    public Plot upright(double x, String style) {
        drawing.upright(x, "mark " + style);
        return this;
    }

    /**
     * Draws a dashed line across.
     *
     * @param y how high it lies
     * @param style its colour
     * @return this chart
     */
    public Plot level(double y, String style) {
        drawing.level(y, "mark " + style);
        return this;
    }

    /**
     * Names a colour below the chart.
     *
     * @param style the colour
     * @param name what it stands for
     * @return this chart
     */
    public Plot named(String style, String name) {
        legend.add(Legend.entry(style, name));
        return this;
    }

    /**
     * {@return the chart with its legend}
     *
     * @param notes what follows the legend
     */
    public Element figure(Element... notes) {
        return Element.of("figure")
                .add(drawing.element(), Element.of("figcaption").add(legend).add(notes));
    }
}
