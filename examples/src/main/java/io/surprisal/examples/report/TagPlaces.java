package io.surprisal.examples.report;

/** Moves words apart that would cover one another. */
final class TagPlaces {
    private static final int ROUNDS = 100;

    private TagPlaces() {}

    /** The places, moved until any two are at least this far apart, or the rounds are over. */
    static double[][] apart(double[][] places, double distance) {
        double[][] moved = new double[places.length][];
        for (int i = 0; i < places.length; i++) {
            // A hair of its own for each, so that equal places have a direction to part in.
            moved[i] = new double[] {places[i][0] + 1e-3 * i, places[i][1] + 2e-3 * i};
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < moved.length; i++) {
                for (int j = 0; j < i; j++) {
                    part(moved[i], moved[j], distance);
                }
            }
        }
        return moved;
    }

    private static void part(double[] a, double[] b, double distance) {
        double dx = a[0] - b[0];
        double dy = a[1] - b[1];
        double length = Math.hypot(dx, dy);
        if (length > 0 && length < distance) {
            double push = (distance - length) / 2 / length;
            a[0] += push * dx;
            a[1] += push * dy;
            b[0] -= push * dx;
            b[1] -= push * dy;
        }
    }
}
