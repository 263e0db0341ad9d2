package io.surprisal.examples.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of a pen over a chart: lifted where a number is not finite, and where the curve is outside the frame, at whose edge the pieces end.
 */
final class Stroke {
    /** How far a point may be beside the line that leaves it out, in units of the drawing. */
    private static final double TOLERANCE = 0.15;

    private final Axis x;
    private final Axis y;
    private final StringBuilder data = new StringBuilder();
    private final List<double[]> piece = new ArrayList<>();
    private double lastX = Double.NaN;
    private double lastY = Double.NaN;

    Stroke(Axis x, Axis y) {
        this.x = x;
        this.y = y;
    }

    /** Goes on to the next point of the curve. */
    void to(double nextX, double nextY) {
        if (isInside(lastY) != isInside(nextY) && !Double.isNaN(lastY) && !Double.isNaN(nextY)) {
            double edge = (isInside(lastY) ? nextY : lastY) > y.high() ? y.high() : y.low();
            double share = Double.isInfinite(nextY) || Double.isInfinite(lastY)
                    ? (isInside(lastY) ? 1 : 0)
                    : (edge - lastY) / (nextY - lastY);
            draw(lastX + share * (nextX - lastX), edge);
        }
        if (isInside(nextY)) {
            draw(nextX, nextY);
        } else {
            lift();
        }
        lastX = nextX;
        lastY = nextY;
    }

    private boolean isInside(double value) {
        return value >= y.low() && value <= y.high();
    }

    private void draw(double atX, double atY) {
        piece.add(new double[] {x.place(atX), y.place(atY)});
    }

    private void lift() {
        if (!piece.isEmpty()) {
            data.append('M');
            append(piece.get(0));
            between(0, piece.size() - 1);
        }
        piece.clear();
    }

    /** Ramer, Douglas and Peucker: the point that is farthest from the straight line, and the same on both sides of it. */
    private void between(int first, int last) {
        double farthest = 0;
        int at = first;
        for (int i = first + 1; i < last; i++) {
            double distance = distance(piece.get(i), piece.get(first), piece.get(last));
            if (distance > farthest) {
                farthest = distance;
                at = i;
            }
        }
        if (farthest > TOLERANCE) {
            between(first, at);
            between(at, last);
        } else {
            data.append(' ');
            append(piece.get(last));
        }
    }

    private static double distance(double[] point, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.hypot(dx, dy);
        double px = point[0] - from[0];
        double py = point[1] - from[1];
        return length == 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
    }

    private void append(double[] point) {
        data.append(Drawing.number(point[0])).append(',').append(Drawing.number(point[1]));
    }

    /** The way so far, as the data of a path of SVG. */
    String data() {
        lift();
        return data.toString();
    }
}
