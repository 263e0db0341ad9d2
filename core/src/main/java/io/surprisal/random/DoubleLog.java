package io.surprisal.random;

/**
 * The natural logarithm of normal positive doubles, from + − × ÷, {@code fma} and integer operations in a fixed order: the same bits on
 * every processor.
 *
 * <p>x = 2ᵏ·m with √½ ≤ m &lt; √2; log x = k·log 2 + log(1 + f), f = m − 1, by the polynomial of fdlibm's {@code e_log.c} in
 * s = f / (2 + f). The largest error that was met is 0.53 ulp; log 1
 * is exactly 0.
 */
final class DoubleLog {
    /** The bits of √½, rounded down to the upper half. */
    private static final long ROOT_HALF_BITS = 0x3fe6a09e_00000000L;
    /** Moves √½ to the lower edge of its binade: the exponent field of bits + OFFSET is k + 1023. */
    private static final long OFFSET = 0x3ff00000_00000000L - ROOT_HALF_BITS;

    private static final long MANTISSA_BITS = 0x000fffff_ffffffffL;
    /** The bits of 2⁵²: adding an integer to its bits adds the integer to the double. */
    private static final long SHIFTER_BITS = 0x43300000_00000000L;
    /** 2⁵² + 1023. */
    private static final double SHIFTER = 0x1p52 + 1023;
    /** log 2, its low bits zero, so that k·LN2_HIGH is exact. */
    private static final double LN2_HIGH = 0.6931471803691238;
    /** log 2 − LN2_HIGH. */
    private static final double LN2_LOW = 1.9082149292705877e-10;

    private static final double LG1 = 0.6666666666666735;
    private static final double LG2 = 0.3999999999940942;
    private static final double LG3 = 0.2857142874366239;
    private static final double LG4 = 0.22222198432149784;
    private static final double LG5 = 0.1818357216161805;
    private static final double LG6 = 0.15313837699209373;
    private static final double LG7 = 0.14798198605116586;

    private DoubleLog() {}

    /** log x for one normal positive x. */
    static double log(double x) {
        long shifted = Double.doubleToRawLongBits(x) + OFFSET;
        double exponent = Double.longBitsToDouble((shifted >>> 52) | SHIFTER_BITS);
        double mantissa = Double.longBitsToDouble((shifted & MANTISSA_BITS) + ROOT_HALF_BITS);
        return combine(exponent, mantissa);
    }

    /** Splits bits of x in place: {@code bits} become those of m, {@code exponents} those of SHIFTER + k. */
    static void split(long[] bits, long[] exponents, int count) {
        for (int i = 0; i < count; i++) {
            long shifted = bits[i] + OFFSET;
            exponents[i] = (shifted >>> 52) | SHIFTER_BITS;
            bits[i] = (shifted & MANTISSA_BITS) + ROOT_HALF_BITS;
        }
    }

    /** log x from SHIFTER + k and m. */
    static double combine(double exponent, double mantissa) {
        double k = exponent - SHIFTER;
        double f = mantissa - 1;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double odd = Math.fma(Math.fma(Math.fma(LG7, w, LG5), w, LG3), w, LG1);
        double even = Math.fma(Math.fma(LG6, w, LG4), w, LG2);
        double r = Math.fma(w, even, z * odd);
        double halfSquare = 0.5 * f * f;
        return k * LN2_HIGH - ((halfSquare - Math.fma(s, halfSquare + r, k * LN2_LOW)) - f);
    }
}
