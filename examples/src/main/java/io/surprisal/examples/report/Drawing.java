package io.surprisal.examples.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The frame of a chart: an SVG element with two axes, their numbers and their names. */
final class Drawing {
    /** The width of a chart that has half a page for itself. */
    static final int WIDE = 420;

    /** The room that numbers take beside an axis, without and with its name. */
    private static final int[] LEFT = {40, 54};

    private static final int[] BOTTOM = {26, 44};
    private static final int TOP = 12;

    /** Room for half a number. */
    private static final int RIGHT = 17;

    /** The room that a word of one letter takes. */
    private static final double TAG = 17;

    private final Element svg;
    private final Axis x;
    private final Axis y;

    private Drawing(Element svg, Axis x, Axis y) {
        this.svg = svg;
        this.x = x;
        this.y = y;
    }

    /** An empty chart over these ranges. */
    static Drawing over(Range across, Range up, int width, int height, String title) {
        Element svg = Element.of("svg")
                .with("viewBox", "0 0 " + width + " " + height)
                .with("role", "img")
                .with("aria-label", title);
        Axis x = Axis.over(across, LEFT[up.name().isEmpty() ? 0 : 1], width - RIGHT);
        Axis y = Axis.over(up, height - BOTTOM[across.name().isEmpty() ? 0 : 1], TOP);
        Drawing drawing = new Drawing(svg, x, y);
        drawing.axes();
        drawing.names(across.name(), up.name(), height);
        return drawing;
    }

    private void axes() {
        for (double tick : y.ticks()) {
            line(x.from(), y.place(tick), x.to(), y.place(tick), "grid");
            label(x.from() - 6, y.place(tick) + 4, "end", y.tick(tick));
        }
        for (double tick : x.ticks()) {
            line(x.place(tick), y.from(), x.place(tick), y.from() + 4.0, "axis");
            label(x.place(tick), y.from() + 18.0, "middle", x.tick(tick));
        }
        line(x.from(), y.from(), x.to(), y.from(), "axis");
    }

    private void names(String xName, String yName, int height) {
        if (!xName.isEmpty()) {
            label((x.from() + x.to()) / 2, height - 8.0, "middle", xName);
        }
        if (!yName.isEmpty()) {
            svg.add(Element.of("text", yName)
                    .with("text-anchor", "middle")
                    .with("transform", "translate(14 " + (int) y.from() / 2 + ") rotate(-90)"));
        }
    }

    private void line(double x1, double y1, double x2, double y2, String style) {
        svg.add(Element.of("line")
                .with("x1", number(x1))
                .with("y1", number(y1))
                .with("x2", number(x2))
                .with("y2", number(y2))
                .with("class", style));
    }

    private void label(double atX, double atY, String anchor, String text) {
        svg.add(Element.of("text", text)
                .with("x", number(atX))
                .with("y", number(atY))
                .with("text-anchor", anchor));
    }

    /** A curve with a dot at each of its points. */
    void polyline(double[] xs, double[] ys, String style) {
        curve(xs, ys, style);
        for (int i = 0; i < xs.length; i++) {
            dot(xs[i], ys[i], 2.5, style);
        }
    }

    /** A curve of as few points as show it, in pieces where values are not finite or lie outside the frame. */
    void curve(double[] xs, double[] ys, String style) {
        Stroke stroke = new Stroke(x, y);
        for (int i = 0; i < xs.length; i++) {
            stroke.to(xs[i], ys[i]);
        }
        path(stroke.data(), "curve " + style);
    }

    /** Columns that stand on the axis, as one shape; what is higher than the frame is cut. */
    void columns(double[] lefts, double[] rights, double[] heights, String style) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < heights.length; i++) {
            if (heights[i] > 0) {
                data.append('M').append(number(x.place(lefts[i]))).append(' ').append(number(y.from()));
                data.append('V').append(number(y.place(Math.min(heights[i], y.high()))));
                data.append('H').append(number(x.place(rights[i])));
                data.append('V').append(number(y.from())).append('Z');
            }
        }
        path(data.toString(), style);
    }

    private void path(String data, String style) {
        if (!data.isEmpty()) {
            svg.add(Element.of("path").with("d", data).with("class", style));
        }
    }

    /** A line across the frame, upright at a number of the abscissa. */
    void upright(double at, String style) {
        line(x.place(at), y.from(), x.place(at), y.to(), style);
    }

    /** A line across the frame, level at a number of the ordinate. */
    void level(double at, String style) {
        line(x.from(), y.place(at), x.to(), y.place(at), style);
    }

    void dot(double atX, double atY, double radius, String style) {
        svg.add(Element.of("circle")
                .with("cx", number(x.place(atX)))
                .with("cy", number(y.place(atY)))
                .with("r", radius)
                .with("class", style));
    }

    /** Words at points of the plane, moved apart where they would cover one another, such that they can be read above dots. */
    void tags(double[][] at, List<String> words, List<String> styles) {
        double[][] places = new double[at.length][];
        Arrays.setAll(places, i -> new double[] {x.place(at[i][0]), y.place(at[i][1])});
        double[][] apart = TagPlaces.apart(places, TAG);
        for (int i = 0; i < at.length; i++) {
            svg.add(Element.of("text", words.get(i))
                    .with("x", number(apart[i][0]))
                    .with("y", number(apart[i][1] + TAG / 3))
                    .with("text-anchor", "middle")
                    .with("class", "tag " + styles.get(i)));
        }
    }

    Element element() {
        return svg;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
