package io.surprisal.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear scale from numbers to places in a drawing.
 *
 * @param low the number at {@code from}
 * @param high the number at {@code to}
 * @param from a place in the drawing
 * @param to another one
 * @param leastStep the least distance between numbers written along the axis
 */
record Axis(double low, double high, double from, double to, double leastStep) {
    /** About how many numbers are written along an axis. */
    private static final int TICKS = 5;

    /** The scale that spans a range with a little room; a single value gets a room of its own. */
    static Axis over(Range range, double from, double to) {
        double length = range.greatest() - range.least();
        double room = length > 0 ? 0.04 * length : Math.max(1e-3, 0.05 * Math.abs(range.least()));
        return new Axis(range.least() - room, range.greatest() + room, from, to, range.leastStep());
    }

    double place(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Round numbers within the axis: 1, 2 or 5 times a power of ten apart. */
    List<Double> ticks() {
        double rough = (high - low) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double fraction = rough / power;
        double round = fraction < 1.5 ? 1 : fraction < 3.5 ? 2 : fraction < 7.5 ? 5 : 10;
        double step = Math.max(leastStep, power * round);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    static String label(double tick) {
        return String.format(Locale.ROOT, "%,.3f", tick)
                .replaceFirst("\\.?0+$", "")
                .replace('-', '−');
    }
}
