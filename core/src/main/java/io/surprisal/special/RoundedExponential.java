package io.surprisal.special;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The exponential function, correctly rounded: eˣ = 2ⁿᐟ⁶⁴·eˢ with a table of the first factor in two doubles and a polynomial for the second,
 * to 2⁻⁶⁵; where that does not decide about the last bit, and where the result is not a normal number, by decimal arithmetic.
 *
 * @see <a href="https://doi.org/10.1145/114697.116813">Ziv, Fast evaluation of elementary mathematical functions with correctly rounded last
 *     bit, ACM Transactions on Mathematical Software 17 (1991)</a>
 */
public final class RoundedExponential {
    private static final int CELLS = 64;
    private static final int CELL_BITS = 6;
    /** CELLS/log 2. */
    private static final double INVERSE_STEP = 0x1.71547652b82fep+6;
    /** log 2/CELLS in three parts, of which the first two times a whole number below 2¹⁶ are exact. */
    private static final double STEP_HIGH = 0x1.62e42fefa0000p-7;

    private static final double STEP_MIDDLE = 0x1.cf79abc9e0000p-46;
    private static final double STEP_LOW = 0x1.d9cc01f97b57ap-85;
    /** Of the sum before it is rounded, relative. */
    private static final double ERROR = 0x1p-65;
    /** Beyond it results are subnormal. */
    private static final double LEAST_NORMAL = -708;
    /** Beyond it they are 0. */
    private static final double LEAST = -746;

    private static final double MOST = 709;
    /** 2ʲᐟ⁶⁴ rounded, and what is left. */
    private static final double[] HIGH = new double[CELLS];

    private static final double[] LOW = new double[CELLS];

    private static final MathContext PRECISION = new MathContext(60);
    /** 2⁻²⁰ of an argument has a short series; squared as often. */
    private static final int HALVINGS = 20;

    private static final int TERMS = 20;

    static {
        BigDecimal root = BigDecimal.valueOf(2);
        for (int i = 0; i < CELL_BITS; i++) {
            root = root.sqrt(PRECISION);
        }
        BigDecimal power = BigDecimal.ONE;
        for (int j = 0; j < CELLS; j++) {
            HIGH[j] = power.doubleValue();
            LOW[j] = power.subtract(new BigDecimal(HIGH[j])).doubleValue();
            power = power.multiply(root, PRECISION);
        }
    }

    private RoundedExponential() {}

    /**
     * {@return eˣ, the double next to it; NaN for NaN}
     *
     * @param x any number
     */
    public static double of(double x) {
        if (!(x > LEAST_NORMAL && x < MOST)) {
            boolean isExtreme = x < LEAST || x > MOST + 1 || Double.isNaN(x);
            return isExtreme ? StrictMath.exp(x) : decimal(x);
        }
        double n = Math.rint(x * INVERSE_STEP);
        double a = x - n * STEP_HIGH;
        double b = n * STEP_MIDDLE;
        double s = a - b;
        double left = s - a;
        double rest = (a - (s - left)) - (b + left) - n * STEP_LOW;
        double series =
                s * s * (1.0 / 2 + s * (1.0 / 6 + s * (1.0 / 24 + s * (1.0 / 120 + s * (1.0 / 720 + s / 5040)))));
        double tail = rest + s * rest + series;
        int j = Math.floorMod((int) n, CELLS);
        double high = HIGH[j];
        double product = high * s;
        double sum = high + product;
        double behind = Math.fma(high, s, -product) + (product - (sum - high)) + (high * tail + (LOW[j] + LOW[j] * s));
        double margin = ERROR * sum;
        double rounded = sum + (behind - margin);
        return rounded == sum + (behind + margin) ? Math.scalb(rounded, (int) n >> CELL_BITS) : decimal(x);
    }

    /** By the series of x/2²⁰, squared twenty times. */
    private static double decimal(double x) {
        BigDecimal small = new BigDecimal(x).divide(BigDecimal.valueOf(1L << HALVINGS), PRECISION);
        BigDecimal power = BigDecimal.ONE;
        for (int k = TERMS; k > 0; k--) {
            power = power.multiply(small, PRECISION)
                    .divide(BigDecimal.valueOf(k), PRECISION)
                    .add(BigDecimal.ONE, PRECISION);
        }
        for (int i = 0; i < HALVINGS; i++) {
            power = power.multiply(power, PRECISION);
        }
        return power.doubleValue();
    }
}
