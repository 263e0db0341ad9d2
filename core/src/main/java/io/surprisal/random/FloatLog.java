package io.surprisal.random;

/**
 * The natural logarithm of normal positive floats, from + − × ÷, {@code fma} and integer operations in a fixed order: the same bits on
 * every processor.
 *
 * <p>x = 2ᵏ·m with √½ ≤ m &lt; √2; log x = k·log 2 + log(1 + f), f = m − 1, by the polynomial of FreeBSD's {@code e_logf.c} in
 * s = f / (2 + f). The largest error on the FLOAT32 grid of (0, 1) is 0.86 ulp;
 * log 1 is exactly 0.
 */
final class FloatLog {
    /** The bits of √½, rounded down. */
    private static final int ROOT_HALF_BITS = 0x3f3504f3;

    private static final int MANTISSA_BITS = 0x007fffff;
    /** 1.5·2²³: adding an integer to its bits adds the integer to the float. */
    private static final int SHIFTER_BITS = 0x4b400000;

    private static final float SHIFTER = 0x1.8p23f;
    /** log 2, its low bits zero, so that k·LN2_HIGH is exact. */
    private static final float LN2_HIGH = 0.6931381f;
    /** log 2 − LN2_HIGH. */
    private static final float LN2_LOW = 9.058001e-6f;

    private static final float LG1 = 0.6666666f;
    private static final float LG2 = 0.40000972f;
    private static final float LG3 = 0.28498787f;
    private static final float LG4 = 0.24279079f;

    private FloatLog() {}

    /** log x for one normal positive x. */
    static float log(float x) {
        int shifted = Float.floatToRawIntBits(x) - ROOT_HALF_BITS;
        float exponent = Float.intBitsToFloat((shifted >> 23) + SHIFTER_BITS);
        float mantissa = Float.intBitsToFloat((shifted & MANTISSA_BITS) + ROOT_HALF_BITS);
        return combine(exponent, mantissa);
    }

    /** Splits bits of x in place: {@code bits} become those of m, {@code exponents} those of SHIFTER + k. */
    static void split(int[] bits, int[] exponents, int count) {
        for (int i = 0; i < count; i++) {
            int shifted = bits[i] - ROOT_HALF_BITS;
            exponents[i] = (shifted >> 23) + SHIFTER_BITS;
            bits[i] = (shifted & MANTISSA_BITS) + ROOT_HALF_BITS;
        }
    }

    /** log x from SHIFTER + k and m. */
    static float combine(float exponent, float mantissa) {
        float k = exponent - SHIFTER;
        float f = mantissa - 1f;
        float s = f / (2f + f);
        float z = s * s;
        float r = Math.fma(Math.fma(Math.fma(z, LG4, LG3), z, LG2), z, LG1) * z;
        float halfSquare = 0.5f * f * f;
        return (Math.fma(k, LN2_LOW, Math.fma(s, halfSquare + r, -halfSquare)) + f) + k * LN2_HIGH;
    }
}
