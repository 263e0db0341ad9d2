package io.surprisal.backend.cpu;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** A pointer to floats that owns nothing and is moved from call to call, so that a call makes no garbage that waits for a cleaner. */
final class MovedFloats extends FloatPointer {
    MovedFloats() {
        super((Pointer) null);
    }

    /** To an element of an array. */
    void moveTo(CpuArray array, long index) {
        address = array.address() + index * Float.BYTES;
    }
}
