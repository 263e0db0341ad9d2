package io.surprisal.autoencoders.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The ten digits as pen strokes in the unit square, x to the right and y down: polylines, with arcs of ellipses resolved into short
 * chords.
 */
final class DigitStrokes {
    /** Degrees between neighbouring points of an arc: below a tenth of a pixel from the true arc at 28 × 28. */
    private static final double CHORD = 12;

    private static final double[][][] DIGITS = {
        {arc(.50, .50, .28, .42, 270, 630)},
        {line(.35, .25, .52, .08, .52, .92)},
        {joined(arc(.50, .30, .26, .22, 190, 380), line(.22, .92, .78, .92))},
        {arc(.48, .29, .25, .21, 200, 450), arc(.48, .71, .28, .21, 270, 520)},
        {line(.62, .92, .62, .08, .20, .65, .80, .65)},
        {joined(line(.74, .08, .30, .08, .27, .45), arc(.48, .66, .27, .26, 230, 510))},
        {joined(arc(.72, .62, .47, .54, 265, 180), arc(.50, .69, .25, .23, 180, 540))},
        {line(.22, .10, .78, .10, .42, .92)},
        {arc(.50, .29, .22, .20, 90, 450), arc(.50, .71, .27, .22, 270, 630)},
        {joined(arc(.50, .31, .24, .22, 0, 360), line(.68, .92))},
    };

    private DigitStrokes() {}

    /** The strokes of a digit; each is x₀, y₀, x₁, y₁, … */
    static double[][] of(int digit) {
        return DIGITS[digit];
    }

    private static double[] line(double... points) {
        return points;
    }

    private static double[] arc(double cx, double cy, double rx, double ry, double from, double to) {
        int chords = (int) Math.ceil(Math.abs(to - from) / CHORD);
        double[] points = new double[2 * (chords + 1)];
        for (int i = 0; i <= chords; i++) {
            double t = Math.toRadians(from + (to - from) * i / chords);
            points[2 * i] = cx + rx * Math.cos(t);
            points[2 * i + 1] = cy + ry * Math.sin(t);
        }
        return points;
    }

    private static double[] joined(double[] first, double[] second) {
        List<Double> points = new ArrayList<>();
        for (double[] part : List.of(first, second)) {
            for (double coordinate : part) {
                points.add(coordinate);
            }
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
