package io.surprisal.random;

import io.surprisal.tensor.spi.BitCast;

/** FLOAT64 draws of a run of Philox blocks, two elements to a block. Not safe for use by several threads. */
final class DoubleDraws {
    static final int PER_BLOCK = 2;

    private static final int CAPACITY = PER_BLOCK * PhiloxBlocks.CAPACITY;
    /** The bits of 1.0. */
    private static final long ONE = 0x3ff00000_00000000L;
    /** 1 − 2⁻⁵³. */
    private static final double CENTRE = 0x1.fffffffffffffp-1;

    private final BitCast cast;
    private final double[] draws = new double[CAPACITY];
    private final double[] centred = new double[CAPACITY];
    private final double[] mantissas = new double[CAPACITY];
    private final double[] exponents = new double[CAPACITY];
    private final long[] mantissaBits = new long[CAPACITY];
    private final long[] exponentBits = new long[CAPACITY];

    DoubleDraws(BitCast cast) {
        this.cast = cast;
    }

    /** u of one pair of words. */
    static double uniform(long pair) {
        return Double.longBitsToDouble((pair >>> 12) | ONE) - CENTRE;
    }

    /** Draws one element for each of {@code count} pairs of words; the result is overwritten by the next call. */
    double[] transform(DrawKind kind, long[] pairs, int count) {
        uniforms(pairs, count);
        switch (kind) {
            case UNIFORM -> {}
            case NORMAL -> normals(count);
            case EXPONENTIAL -> exponentials(count);
        }
        return draws;
    }

    /** Element i of the latest {@link #transform}. */
    double last(int i) {
        return draws[i];
    }

    /** Replaces each uniform u of {@code target} by 1 where u &lt; p, by 0 elsewhere. */
    void indicateBelow(double p, double[] target, int offset, int length) {
        for (int done = 0; done < length; done += CAPACITY) {
            int count = Math.min(CAPACITY, length - done);
            for (int i = 0; i < count; i++) {
                draws[i] = target[offset + done + i] - p;
            }
            signs(target, offset + done, count);
        }
    }

    /** Replaces each uniform u of {@code target} by 1 where u &lt; p, by 0 elsewhere. */
    void indicateBelow(double[] p, int pOffset, double[] target, int offset, int length) {
        for (int done = 0; done < length; done += CAPACITY) {
            int count = Math.min(CAPACITY, length - done);
            for (int i = 0; i < count; i++) {
                draws[i] = target[offset + done + i] - p[pOffset + done + i];
            }
            signs(target, offset + done, count);
        }
    }

    /** 1 where a difference is negative: a comparison would branch, and the differences of distinct numbers are never 0. */
    private void signs(double[] target, int offset, int count) {
        cast.doublesToLongs(draws, mantissaBits, count);
        for (int i = 0; i < count; i++) {
            mantissaBits[i] = (mantissaBits[i] >> 63) & ONE;
        }
        cast.longsToDoubles(mantissaBits, draws, count);
        System.arraycopy(draws, 0, target, offset, count);
    }

    /** (⌊w / 2¹²⌋ + ½)·2⁻⁵²: the bits make 1 + ⌊w / 2¹²⌋·2⁻⁵², and subtracting 1 − 2⁻⁵³ is exact. */
    private void uniforms(long[] pairs, int count) {
        for (int i = 0; i < count; i++) {
            pairs[i] = (pairs[i] >>> 12) | ONE;
        }
        cast.longsToDoubles(pairs, draws, count);
        for (int i = 0; i < count; i++) {
            draws[i] -= CENTRE;
        }
    }

    private void normals(int count) {
        DoubleNormal.fold(draws, centred, mantissas, count);
        splitForLog(mantissas, count);
        DoubleNormal.roots(exponents, mantissas, exponents, count);
        DoubleNormal.quantiles(centred, exponents, draws, count);
    }

    private void exponentials(int count) {
        splitForLog(draws, count);
        for (int i = 0; i < count; i++) {
            draws[i] = -DoubleLog.combine(exponents[i], mantissas[i]);
        }
    }

    /** Leaves the parts of {@code x} that {@link DoubleLog#combine} takes in {@code exponents} and {@code mantissas}. */
    private void splitForLog(double[] x, int count) {
        cast.doublesToLongs(x, mantissaBits, count);
        DoubleLog.split(mantissaBits, exponentBits, count);
        cast.longsToDoubles(mantissaBits, mantissas, count);
        cast.longsToDoubles(exponentBits, exponents, count);
    }
}
