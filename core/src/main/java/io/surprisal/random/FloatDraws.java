package io.surprisal.random;

import io.surprisal.tensor.spi.BitCast;

/** FLOAT32 draws of a run of Philox blocks, four elements to a block. Not safe for use by several threads. */
final class FloatDraws {
    static final int PER_BLOCK = 4;

    private static final int CAPACITY = PER_BLOCK * PhiloxBlocks.CAPACITY;
    /** The bits of 1.0f. */
    private static final int ONE = 0x3f800000;
    /** The bits of 1.0f, twice. */
    private static final long TWO_ONES = 0x3f800000_3f800000L;
    /** The mantissas of two floats. */
    private static final long TWO_MANTISSAS = 0x007fffff_007fffffL;
    /** 1 − 2⁻²⁴. */
    private static final float CENTRE = 0x1.fffffep-1f;

    private final BitCast cast;
    private final float[] draws = new float[CAPACITY];
    private final float[] centred = new float[CAPACITY];
    private final float[] mantissas = new float[CAPACITY];
    private final float[] exponents = new float[CAPACITY];
    private final int[] mantissaBits = new int[CAPACITY];
    private final int[] exponentBits = new int[CAPACITY];

    FloatDraws(BitCast cast) {
        this.cast = cast;
    }

    /** Draws the elements of {@code blocks} blocks, whose words are {@code pairs}; the result is overwritten by the next call. */
    float[] transform(DrawKind kind, long[] pairs, int blocks) {
        int count = PER_BLOCK * blocks;
        uniforms(pairs, 2 * blocks);
        switch (kind) {
            case UNIFORM -> {}
            case NORMAL -> normals(count);
            case EXPONENTIAL -> exponentials(count);
        }
        return draws;
    }

    /** Replaces each uniform u of {@code target} by 1 where u &lt; p, by 0 elsewhere. */
    void indicateBelow(float p, float[] target, int offset, int length) {
        for (int done = 0; done < length; done += CAPACITY) {
            int count = Math.min(CAPACITY, length - done);
            for (int i = 0; i < count; i++) {
                draws[i] = target[offset + done + i] - p;
            }
            signs(target, offset + done, count);
        }
    }

    /** Replaces each uniform u of {@code target} by 1 where u &lt; p, by 0 elsewhere. */
    void indicateBelow(float[] p, int pOffset, float[] target, int offset, int length) {
        for (int done = 0; done < length; done += CAPACITY) {
            int count = Math.min(CAPACITY, length - done);
            for (int i = 0; i < count; i++) {
                draws[i] = target[offset + done + i] - p[pOffset + done + i];
            }
            signs(target, offset + done, count);
        }
    }

    /** 1 where a difference is negative: a comparison would branch, and the differences of distinct numbers are never 0. */
    private void signs(float[] target, int offset, int count) {
        cast.floatsToInts(draws, mantissaBits, count);
        for (int i = 0; i < count; i++) {
            mantissaBits[i] = (mantissaBits[i] >> 31) & ONE;
        }
        cast.intsToFloats(mantissaBits, draws, count);
        System.arraycopy(draws, 0, target, offset, count);
    }

    /** (⌊w / 2⁹⌋ + ½)·2⁻²³: the bits make 1 + ⌊w / 2⁹⌋·2⁻²³, and subtracting 1 − 2⁻²⁴ is exact. */
    private void uniforms(long[] pairs, int longs) {
        for (int i = 0; i < longs; i++) {
            pairs[i] = ((pairs[i] >>> 9) & TWO_MANTISSAS) | TWO_ONES;
        }
        cast.longsToFloats(pairs, draws, longs);
        for (int i = 0; i < 2 * longs; i++) {
            draws[i] -= CENTRE;
        }
    }

    private void normals(int count) {
        FloatNormal.fold(draws, centred, mantissas, count);
        splitForLog(mantissas, count);
        FloatNormal.tailArguments(exponents, mantissas, exponents, count);
        FloatNormal.quantiles(centred, exponents, draws, count);
    }

    private void exponentials(int count) {
        splitForLog(draws, count);
        for (int i = 0; i < count; i++) {
            draws[i] = -FloatLog.combine(exponents[i], mantissas[i]);
        }
    }

    /** Leaves the parts of {@code x} that {@link FloatLog#combine} takes in {@code exponents} and {@code mantissas}. */
    private void splitForLog(float[] x, int count) {
        cast.floatsToInts(x, mantissaBits, count);
        FloatLog.split(mantissaBits, exponentBits, count);
        cast.intsToFloats(mantissaBits, mantissas, count);
        cast.intsToFloats(exponentBits, exponents, count);
    }
}
