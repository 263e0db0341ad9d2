package io.surprisal.backend.cpu;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Single numbers in native memory, for primitives that take them as arguments: what changes from call to call must not be part of a
 * primitive, which would be made anew for every value.
 */
final class OneDnnScalars {
    /** A cache line between two numbers, as primitives like their arguments aligned. */
    private static final int STRIDE = 16;

    private final FloatPointer numbers = new FloatPointer(4L * STRIDE);

    OneDnnScalars() {
        numbers.put(0, 1f);
    }

    /** The address of 1. */
    long one() {
        return numbers.address();
    }

    /** The address of a number that stays until the next call. */
    long first(float value) {
        return put(1, value);
    }

    /** The address of another one. */
    long second(float value) {
        return put(2, value);
    }

    /** The address of a third one. */
    long third(float value) {
        return put(3, value);
    }

    private long put(int place, float value) {
        numbers.put((long) place * STRIDE, value);
        return numbers.address() + (long) place * STRIDE * Float.BYTES;
    }

    void close() {
        numbers.close();
    }
}
