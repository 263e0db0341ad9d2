package io.surprisal.backend.cpu;

import io.surprisal.tensor.spi.BitCast;

/**
 * eˣ and eˣ − 1 of a block of floats, below 2 ulp (measured in FloatElementaryTest), subnormal results included.
 *
 * <p>x = k·log 2 + r, and 2ᵏ by its exponent bits. For eˣ − 1, |r| ≤ ½ log 2 and e^r is the polynomial of Cephes' {@code expf}. For eˣ, k
 * = 2h is even and |r| ≤ log 2, so that 2ᵏ = 2ʰ·2ʰ reaches from the smallest subnormal to ∞ with one normal power; e^r by a least-squares
 * polynomial, relative error below 2·10⁻⁸. NaN passes through r, and the clamp takes ±∞ to arguments whose result overflows or vanishes.
 * A block is taken in passes, each a loop that vectorises.
 */
final class FloatExponential {
    private static final float LOG2_E = 1.44269504f;

    private static final float HALF_LOG2_E = 0.5f * LOG2_E;
    /** 1.5·2²³: adding it rounds to an integer, which then stands in the low bits. */
    private static final float SHIFTER = 0x1.8p23f;

    private static final int SHIFTER_BITS = 0x4b400000;
    private static final int BIAS = 127;
    /** The bits of 1. */
    private static final int ONE_BITS = 0x3f800000;

    private static final int MANTISSA_WIDTH = 23;
    /** log 2 rounded down to 15 bits, so that k·LN2_HIGH is exact, and the rest is positive and keeps the sign of a zero. */
    private static final float LN2_HIGH = 0.693145752f;

    private static final float LN2_LOW = 1.42860677e-6f;
    /** Below it eˣ rounds to 0. */
    private static final float LEAST = -104f;
    /** Above it eˣ is infinite. */
    private static final float MOST = 89f;

    private final BitCast bits;
    private final float[] clamped = new float[Scratch.BLOCK];
    private final float[] shifted = new float[Scratch.BLOCK];
    private final float[] half = new float[Scratch.BLOCK];
    private final float[] otherHalf = new float[Scratch.BLOCK];
    private final int[] power = new int[Scratch.BLOCK];
    private final int[] halfBits = new int[Scratch.BLOCK];
    private final int[] otherHalfBits = new int[Scratch.BLOCK];

    FloatExponential(BitCast bits) {
        this.bits = bits;
    }

    /** y[i] = e^x[i]. */
    void exp(float[] x, float[] y, int n) {
        round(x, HALF_LOG2_E, n);
        bits.floatsToInts(shifted, power, n);
        powers(n);
        bits.intsToFloats(halfBits, half, n);
        expOfRest(y, n);
    }

    /** y[i] = e^x[i] − 1, accurate near 0. */
    void expm1(float[] x, float[] y, int n) {
        round(x, LOG2_E, n);
        bits.floatsToInts(shifted, power, n);
        precedingPowers(n);
        bits.intsToFloats(halfBits, half, n);
        bits.intsToFloats(otherHalfBits, otherHalf, n);
        expm1OfRest(y, n);
    }

    private void round(float[] x, float multiplier, int n) {
        for (int i = 0; i < n; i++) {
            float within = Math.min(Math.max(x[i], LEAST), MOST);
            clamped[i] = within;
            shifted[i] = Math.fma(within, multiplier, SHIFTER);
        }
    }

    /** 2ʰ. */
    private void powers(int n) {
        for (int i = 0; i < n; i++) {
            halfBits[i] = (power[i] - (SHIFTER_BITS - BIAS)) << MANTISSA_WIDTH;
        }
    }

    /** 2ᵏ⁻¹, and −1 where k = 0, 1 elsewhere. */
    private void precedingPowers(int n) {
        for (int i = 0; i < n; i++) {
            int k = power[i] - SHIFTER_BITS;
            int zero = ((k - 1) & ~k) >> 31;
            halfBits[i] = (Math.max(k, 2 - BIAS) - 1 + BIAS) << MANTISSA_WIDTH;
            otherHalfBits[i] = ONE_BITS | (zero << 31);
        }
    }

    private void expOfRest(float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float rest = rest(clamped[i], 2f * (shifted[i] - SHIFTER));
            float scale = half[i];
            float nearZero = Math.fma(wideQuadratic(rest), rest * rest, rest);
            y[i] = Math.fma(nearZero, scale, scale) * scale;
        }
    }

    private void expm1OfRest(float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float rest = rest(clamped[i], shifted[i] - SHIFTER);
            float scale = half[i];
            float nearZero = rest * Math.fma(quadratic(rest), rest, 1f);
            // 2ᵏ − 1 becomes −0 where k = 0, so that the zero of x keeps its sign.
            y[i] = Math.fma(nearZero, scale, (scale - 0.5f) * otherHalf[i]) * 2f;
        }
    }

    private static float rest(float x, float k) {
        return Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
    }

    /** (e^r − 1 − r)/r² for |r| ≤ ½ log 2. */
    private static float quadratic(float r) {
        float p = Math.fma(r, 1.9875691500e-4f, 1.3981999507e-3f);
        p = Math.fma(p, r, 8.3334519073e-3f);
        p = Math.fma(p, r, 4.1665795894e-2f);
        p = Math.fma(p, r, 1.6666665459e-1f);
        return Math.fma(p, r, 0.5f);
    }

    /** (e^r − 1 − r)/r² for |r| ≤ log 2. */
    private static float wideQuadratic(float r) {
        float p = Math.fma(r, 2.4236042e-5f, 2.0110389e-4f);
        p = Math.fma(p, r, 1.389575e-3f);
        p = Math.fma(p, r, 8.3325235e-3f);
        p = Math.fma(p, r, 4.1666463e-2f);
        p = Math.fma(p, r, 0.16666675f);
        return Math.fma(p, r, 0.5f);
    }
}
