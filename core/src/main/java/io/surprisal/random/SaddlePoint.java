package io.surprisal.random;

/**
 * The parts of Loader's saddle-point form of the Poisson and binomial probabilities, which lose no digits to cancellation for any count.
 *
 * @see <a href="https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf">Loader, Fast and accurate computation of binomial
 *     probabilities (2000), sections 3 and 4</a>
 */
final class SaddlePoint {
    /** log 2π. */
    static final double LOG_TWO_PI = 1.8378770664093456;

    /** log n! − (n + ½) log n + n − ½ log 2π for n = 1, …, 15; the first entry is not used. */
    private static final double[] STIRLING_ERRORS = {
        0.0,
        0.08106146679532726,
        0.0413406959554093,
        0.02767792568499834,
        0.020790672103765093,
        0.016644691189821193,
        0.013876128823070748,
        0.01189670994589177,
        0.010411265261972096,
        0.009255462182712733,
        0.00833056343336287,
        0.007573675487951841,
        0.00694284010720953,
        0.006408994188004207,
        0.0059513701127588475,
        0.005554733551962801
    };

    /** Below this share of x + m, |x − m| makes the logarithm's form of the deviance cancel. */
    private static final double NEAR = 0.1;
    /** More than the series ever needs: its terms fall by a factor of 100. */
    private static final int TERMS = 20;

    private SaddlePoint() {}

    /** log n! less Stirling's approximation to it, for whole n ≥ 1. */
    static double stirlingError(double n) {
        if (n < STIRLING_ERRORS.length) {
            return STIRLING_ERRORS[(int) n];
        }
        double r = 1 / (n * n);
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - r / 1188) * r) * r) * r) / n;
    }

    /** x log(x / m) + m − x for positive x and m. */
    static double deviance(double x, double m) {
        double difference = x - m;
        if (Math.abs(difference) >= NEAR * (x + m)) {
            return x * DoubleLog.log(x / m) + m - x;
        }
        double v = difference / (x + m);
        double sum = difference * v;
        double power = 2 * x * v;
        for (int j = 1; j < TERMS; j++) {
            power *= v * v;
            sum += power / (2 * j + 1);
        }
        return sum;
    }
}
