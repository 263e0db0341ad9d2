package io.surprisal.backend.cpu;

import io.surprisal.tensor.spi.BitCast;

/**
 * log x and log(1 + x) of a block of floats, below 2 ulp (measured in FloatElementaryTest).
 *
 * <p>x = 2ᵏ·m with √½ ≤ m &lt; √2; log m by the polynomial of Cephes' {@code logf} in f = m − 1, which needs no division: one costs as
 * much as the rest of the loop. A block that holds an argument outside the positive normal numbers has those elements computed one by one
 * afterwards.
 */
final class FloatLogarithm {
    private static final int ROOT_HALF_BITS = 0x3f3504f3;
    private static final int MANTISSA_BITS = 0x007fffff;
    private static final int SHIFTER_BITS = 0x4b400000;
    private static final float SHIFTER = 0x1.8p23f;
    private static final int LEAST_NORMAL_BITS = 0x00800000;
    private static final int MOST_FINITE_BITS = 0x7f7fffff;
    /** log 2 without its low bits, so that k·LN2_HIGH is exact. */
    private static final float LN2_HIGH = 0.6931381f;

    private static final float LN2_LOW = 9.058001e-6f;

    private final BitCast bits;
    private final int[] mantissaBits = new int[Scratch.BLOCK];
    private final int[] exponentBits = new int[Scratch.BLOCK];
    private final int[] unusual = new int[Scratch.BLOCK];
    private final float[] mantissas = new float[Scratch.BLOCK];
    private final float[] exponents = new float[Scratch.BLOCK];
    private final float[] onePlus = new float[Scratch.BLOCK];

    FloatLogarithm(BitCast bits) {
        this.bits = bits;
    }

    /** y[i] = log x[i]; −∞ at ±0, NaN below. {@code x} and {@code y} differ. */
    void log(float[] x, float[] y, int n) {
        split(x, n);
        for (int i = 0; i < n; i++) {
            y[i] = 0f - negative(exponents[i], mantissas[i]);
        }
        if (anyUnusual(n)) {
            for (int i = 0; i < n; i++) {
                if (!(x[i] >= Float.MIN_NORMAL && x[i] <= Float.MAX_VALUE)) {
                    y[i] = (float) Math.log(x[i]);
                }
            }
        }
    }

    /** y[i] = log(1 + x[i]): the logarithm of the rounded sum u, plus the rounding error of u divided by u. {@code x} and {@code y} differ. */
    void log1p(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            onePlus[i] = 1f + x[i];
        }
        split(onePlus, n);
        for (int i = 0; i < n; i++) {
            float u = onePlus[i];
            float lost = x[i] - (u - 1f);
            y[i] = lost / u - negative(exponents[i], mantissas[i]);
        }
        if (anyUnusual(n)) {
            for (int i = 0; i < n; i++) {
                if (!(onePlus[i] >= Float.MIN_NORMAL && onePlus[i] <= Float.MAX_VALUE)) {
                    y[i] = (float) Math.log1p(x[i]);
                }
            }
        }
    }

    private void split(float[] x, int n) {
        bits.floatsToInts(x, mantissaBits, n);
        for (int i = 0; i < n; i++) {
            int b = mantissaBits[i];
            // The sign bit says that b lies outside the positive normal numbers: a difference wraps for negative b
            // alone.
            unusual[i] = (b - LEAST_NORMAL_BITS) | (MOST_FINITE_BITS - b) | b;
            int shifted = b - ROOT_HALF_BITS;
            exponentBits[i] = (shifted >> 23) + SHIFTER_BITS;
            mantissaBits[i] = (shifted & MANTISSA_BITS) + ROOT_HALF_BITS;
        }
        bits.intsToFloats(mantissaBits, mantissas, n);
        bits.intsToFloats(exponentBits, exponents, n);
    }

    /** Gathers the signs in four chains, which the processor runs side by side; the compiler does not vectorise it. */
    private boolean anyUnusual(int n) {
        int first = 0;
        int second = 0;
        int third = 0;
        int fourth = 0;
        int i = 0;
        for (; i < n - 3; i += 4) {
            first |= unusual[i];
            second |= unusual[i + 1];
            third |= unusual[i + 2];
            fourth |= unusual[i + 3];
        }
        for (; i < n; i++) {
            first |= unusual[i];
        }
        return (first | second | third | fourth) < 0;
    }

    /** −log x from SHIFTER + k and m; 0 and not −0 where x = 1, so that log1p keeps the sign of a zero. */
    private static float negative(float exponent, float mantissa) {
        float k = exponent - SHIFTER;
        float f = mantissa - 1f;
        float square = f * f;
        float p = Math.fma(f, 7.0376836292e-2f, -1.1514610310e-1f);
        p = Math.fma(p, f, 1.1676998740e-1f);
        p = Math.fma(p, f, -1.2420140846e-1f);
        p = Math.fma(p, f, 1.4249322787e-1f);
        p = Math.fma(p, f, -1.6668057665e-1f);
        p = Math.fma(p, f, 2.0000714765e-1f);
        p = Math.fma(p, f, -2.4999993993e-1f);
        p = Math.fma(p, f, 3.3333331174e-1f);
        float afterFirst = Math.fma(-f * square, p, 0.5f * square);
        return (Math.fma(k, -LN2_LOW, afterFirst) - f) - k * LN2_HIGH;
    }
}
