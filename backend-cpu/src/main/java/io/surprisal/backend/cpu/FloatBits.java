package io.surprisal.backend.cpu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * Turns a block of floats into their bits and back, through a small direct buffer: {@code Float.floatToRawIntBits} in a loop keeps the
 * compiler of JDK 17 from vectorising it, two bulk copies cost about 0.1 ns an element.
 */
final class FloatBits {
    private final FloatBuffer floats;
    private final IntBuffer ints;

    FloatBits() {
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(Float.BYTES * Scratch.BLOCK).order(ByteOrder.nativeOrder());
        floats = bytes.asFloatBuffer();
        ints = bytes.asIntBuffer();
    }

    void toInts(float[] from, int[] to, int n) {
        floats.put(0, from, 0, n);
        ints.get(0, to, 0, n);
    }

    void toFloats(int[] from, float[] to, int n) {
        ints.put(0, from, 0, n);
        floats.get(0, to, 0, n);
    }
}
