package io.surprisal.examples.distributions;

import io.surprisal.distributions.combinators.Mixture;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Scope;
import java.util.Arrays;

/**
 * Mixtures of two normal distributions whose means move apart, around 0.
 *
 * @param backend where they are computed
 * @param weight the weight of the first, in (0, 1)
 * @param firstScale the standard deviation of the first
 * @param secondScale that of the other
 */
record NormalPair(Backend backend, double weight, double firstScale, double secondScale) {
    private static final int POINTS = 4_001;

    /** How many standard deviations beyond the means modes are looked for. */
    private static final double BEYOND = 3;

    /** How deep the log-density must fall between two modes: more than it is rounded by. */
    private static final double DIP = 1e-12;

    private static final double FARTHEST = 10;

    double[] logDensities(double distance, double[] xs) {
        try (Scope scope = Scope.open()) {
            Normal components = Normal.of(
                    backend.of(new double[] {-distance / 2, distance / 2}),
                    backend.of(new double[] {firstScale, secondScale}));
            return Mixture.of(backend.of(new double[] {weight, 1 - weight}), components)
                    .logProb(backend.of(xs))
                    .toDoubles();
        }
    }

    double[] densities(double distance, double[] xs) {
        return Arrays.stream(logDensities(distance, xs)).map(Math::exp).toArray();
    }

    /** How many modes there are when the means are this far apart: how often the log-density falls by more than its rounding. */
    int modes(double distance) {
        double end = distance / 2 + BEYOND * Math.max(firstScale, secondScale);
        double[] xs = new double[POINTS];
        Arrays.setAll(xs, i -> end * (2.0 * i / (POINTS - 1) - 1));
        int modes = 0;
        boolean rising = true;
        double extreme = Double.NEGATIVE_INFINITY;
        for (double y : logDensities(distance, xs)) {
            double turned = rising ? extreme - y : y - extreme;
            if (turned > DIP) {
                modes += rising ? 1 : 0;
                rising = !rising;
                extreme = y;
            } else if (turned < 0) {
                extreme = y;
            }
        }
        return modes;
    }

    /** The distance of the means from which on there are two modes, by bisection to seven digits. */
    double threshold() {
        double one = 0;
        double two = FARTHEST;
        while (two - one > 1e-7) {
            double middle = (one + two) / 2;
            if (modes(middle) > 1) {
                two = middle;
            } else {
                one = middle;
            }
        }
        return two;
    }

    /** Ashman's D: the distance of the means in units of the root mean square of the scales. Above 2, peaks are called separate. */
    double ashman(double distance) {
        return distance / Math.sqrt((firstScale * firstScale + secondScale * secondScale) / 2);
    }
}
