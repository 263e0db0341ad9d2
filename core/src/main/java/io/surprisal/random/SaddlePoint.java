package io.surprisal.random;

/**
 * The parts of Loader's saddle-point form of the Poisson and binomial probabilities, which lose no digits to cancellation for any count.
 *
 * @see <a href="https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf">Loader, Fast and accurate computation of binomial
 *     probabilities (2000), sections 3 and 4</a>
 */
final class SaddlePoint {
    /** log 2π. */
    static final double LOG_TWO_PI = 1.8378770664093454836;

    /** log n! − (n + ½) log n + n − ½ log 2π for n = 1, …, 15; the first entry is not used. */
    private static final double[] STIRLING_ERRORS = {
        0.0,
        0.08106146679532725822,
        0.041340695955409294094,
        0.027677925684998339149,
        0.020790672103765093112,
        0.016644691189821192163,
        0.013876128823070747999,
        0.011896709945891770095,
        0.010411265261972096497,
        0.0092554621827127329177,
        0.0083305634333628712565,
        0.007573675487951840795,
        0.0069428401072095298657,
        0.0064089941880042070684,
        0.0059513701127588477356,
        0.005554733551962801371
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
