package io.surprisal.examples.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The frame of a chart: an SVG element with two axes, their numbers and their names. */
final class Drawing {
    private static final int WIDTH = 420;
    private static final int LEFT = 54;
    private static final int BOTTOM = 44;
    private static final int MARGIN = 12;

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
    static Drawing over(Range across, Range up, int height, String title) {
        Element svg = Element.of("svg")
                .with("viewBox", "0 0 " + WIDTH + " " + height)
                .with("role", "img")
                .with("aria-label", title);
        Axis x = Axis.over(across, LEFT, WIDTH - MARGIN);
        Axis y = Axis.over(up, height - BOTTOM, MARGIN);
        Drawing drawing = new Drawing(svg, x, y);
        drawing.axes(height, across.name(), up.name());
        return drawing;
    }

    private void axes(int height, String xName, String yName) {
        int floor = height - BOTTOM;
        for (double tick : y.ticks()) {
            line(LEFT, y.place(tick), WIDTH - MARGIN, y.place(tick), "grid");
            label(LEFT - 6, y.place(tick) + 4, "end", Axis.label(tick));
        }
        for (double tick : x.ticks()) {
            line(x.place(tick), floor, x.place(tick), floor + 4.0, "axis");
            label(x.place(tick), floor + 18.0, "middle", Axis.label(tick));
        }
        line(LEFT, floor, WIDTH - MARGIN, floor, "axis");
        label((LEFT + WIDTH - MARGIN) / 2.0, height - 8.0, "middle", xName);
        svg.add(Element.of("text", yName)
                .with("text-anchor", "middle")
                .with("transform", "translate(14 " + floor / 2 + ") rotate(-90)"));
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

    void polyline(double[] xs, double[] ys, String style) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            points.append(number(x.place(xs[i])))
                    .append(',')
                    .append(number(y.place(ys[i])))
                    .append(' ');
        }
        svg.add(Element.of("polyline").with("points", points.toString().strip()).with("class", "curve " + style));
        for (int i = 0; i < xs.length; i++) {
            dot(xs[i], ys[i], 2.5, style);
        }
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

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
