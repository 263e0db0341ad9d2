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
    /** How much room a number along an axis takes at least, and how many are enough. */
    private static final double ROOM = 60;

    private static final int TICKS = 5;

    /** The scale that spans a range, with a little room unless it is snug; a single value gets a room of its own. */
    static Axis over(Range range, double from, double to) {
        double length = range.greatest() - range.least();
        double room = length > 0 ? 0.04 * length : Math.max(1e-3, 0.05 * Math.abs(range.least()));
        double margin = range.snug() ? 0 : room;
        return new Axis(range.least() - margin, range.greatest() + margin, from, to, range.leastStep());
    }

    double place(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Round numbers within the axis: 1, 2 or 5 times a power of ten apart. */
    List<Double> ticks() {
        double step = step();
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private double step() {
        double rough = (high - low) / Math.min(TICKS, Math.max(4, (int) (Math.abs(to - from) / ROOM)));
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double fraction = rough / power;
        double round = fraction < 1.5 ? 1 : fraction < 3.5 ? 2 : fraction < 7.5 ? 5 : 10;
        return Math.max(leastStep, power * round);
    }

    /** A number along this axis, with as many digits as tell it from the next. */
    String tick(double tick) {
        int digits = (int) Math.max(0, Math.ceil(-Math.log10(step()) - 1e-9));
        return written(tick, digits);
    }

    static String label(double value) {
        return written(value, 3).replaceFirst("\\.?0+$", "");
    }

    private static String written(double value, int digits) {
        // Adding 0 turns −0 into 0.
        return String.format(Locale.ROOT, "%,." + digits + "f", value + 0.0).replace('-', '−');
    }
}
