package io.surprisal.tensor.spi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * Reinterprets the bits of whole arrays by copying them through a small direct buffer.
 *
 * <p>{@code Float.floatToRawIntBits} in a loop keeps the JDK 17 compiler from vectorising it; two bulk copies cost about 0.1 ns an
 * element. The byte order is fixed, so that the low half of a long is always the first of its two words. Not safe for use by several
 * threads.
 */
public final class BitCast {
    private final FloatBuffer floats;
    private final IntBuffer ints;
    private final LongBuffer longs;
    private final DoubleBuffer doubles;

    /**
     * Makes the buffer.
     *
     * @param bytes the most bytes of one call
     */
    public BitCast(int bytes) {
        var buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
        floats = buffer.asFloatBuffer();
        ints = buffer.asIntBuffer();
        longs = buffer.asLongBuffer();
        doubles = buffer.asDoubleBuffer();
    }

    /**
     * Each long gives two floats, the low half first.
     *
     * @param from the longs
     * @param to twice as many floats
     * @param count how many longs
     */
    public void longsToFloats(long[] from, float[] to, int count) {
        longs.put(0, from, 0, count);
        floats.get(0, to, 0, 2 * count);
    }

    /**
     * The bits of longs as doubles.
     *
     * @param from the longs
     * @param to as many doubles
     * @param count how many
     */
    public void longsToDoubles(long[] from, double[] to, int count) {
        longs.put(0, from, 0, count);
        doubles.get(0, to, 0, count);
    }

    /**
     * The bits of doubles as longs.
     *
     * @param from the doubles
     * @param to as many longs
     * @param count how many
     */
    public void doublesToLongs(double[] from, long[] to, int count) {
        doubles.put(0, from, 0, count);
        longs.get(0, to, 0, count);
    }

    /**
     * The bits of floats as ints.
     *
     * @param from the floats
     * @param to as many ints
     * @param count how many
     */
    public void floatsToInts(float[] from, int[] to, int count) {
        floats.put(0, from, 0, count);
        ints.get(0, to, 0, count);
    }

    /**
     * The bits of ints as floats.
     *
     * @param from the ints
     * @param to as many floats
     * @param count how many
     */
    public void intsToFloats(int[] from, float[] to, int count) {
        ints.put(0, from, 0, count);
        floats.get(0, to, 0, count);
    }
}
