package io.surprisal.backend.cpu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Native bytes seen as elements of every type. Indices are longs and count elements.
 *
 * <p>A buffer ends at 2³¹ bytes, so longer memory is seen through segments of 2³⁰ bytes. They overlap by half: no run of up to {@link
 * #MAX_RUN_BYTES} crosses the end of the segment in whose first half it starts. Several threads may read and write different elements.
 */
final class Memory {
    /** The most bytes that one bulk transfer may move. */
    static final int MAX_RUN_BYTES = 1 << 29;

    private static final int STEP_SHIFT = 29;
    private static final int SHIFT_4 = STEP_SHIFT - 2;
    private static final int SHIFT_8 = STEP_SHIFT - 3;
    private static final int MASK_1 = (1 << STEP_SHIFT) - 1;
    private static final int MASK_4 = (1 << SHIFT_4) - 1;
    private static final int MASK_8 = (1 << SHIFT_8) - 1;

    private final long address;
    private final ByteBuffer[] bytes;
    private volatile FloatBuffer @Nullable [] floats;
    private volatile DoubleBuffer @Nullable [] doubles;
    private volatile IntBuffer @Nullable [] ints;
    private volatile LongBuffer @Nullable [] longs;

    /** A view of {@code length} bytes from {@code address}, which somebody else keeps allocated. */
    Memory(long address, long length) {
        this.address = address;
        int count = (int) Math.max(1, (length + MAX_RUN_BYTES - 1) >>> STEP_SHIFT);
        bytes = new ByteBuffer[count];
        for (int i = 0; i < count; i++) {
            long start = (long) i << STEP_SHIFT;
            bytes[i] = new Window(address + start, Math.min(length - start, 2L * MAX_RUN_BYTES)).buffer();
        }
    }

    long address() {
        return address;
    }

    void get(long index, float[] target, int offset, int count) {
        floats()[(int) (index >>> SHIFT_4)].get((int) index & MASK_4, target, offset, count);
    }

    void put(long index, float[] source, int offset, int count) {
        floats()[(int) (index >>> SHIFT_4)].put((int) index & MASK_4, source, offset, count);
    }

    float getFloat(long index) {
        return floats()[(int) (index >>> SHIFT_4)].get((int) index & MASK_4);
    }

    void putFloat(long index, float value) {
        floats()[(int) (index >>> SHIFT_4)].put((int) index & MASK_4, value);
    }

    void get(long index, double[] target, int offset, int count) {
        doubles()[(int) (index >>> SHIFT_8)].get((int) index & MASK_8, target, offset, count);
    }

    void put(long index, double[] source, int offset, int count) {
        doubles()[(int) (index >>> SHIFT_8)].put((int) index & MASK_8, source, offset, count);
    }

    double getDouble(long index) {
        return doubles()[(int) (index >>> SHIFT_8)].get((int) index & MASK_8);
    }

    void putDouble(long index, double value) {
        doubles()[(int) (index >>> SHIFT_8)].put((int) index & MASK_8, value);
    }

    void get(long index, int[] target, int offset, int count) {
        ints()[(int) (index >>> SHIFT_4)].get((int) index & MASK_4, target, offset, count);
    }

    void put(long index, int[] source, int offset, int count) {
        ints()[(int) (index >>> SHIFT_4)].put((int) index & MASK_4, source, offset, count);
    }

    int getInt(long index) {
        return ints()[(int) (index >>> SHIFT_4)].get((int) index & MASK_4);
    }

    void putInt(long index, int value) {
        ints()[(int) (index >>> SHIFT_4)].put((int) index & MASK_4, value);
    }

    void get(long index, long[] target, int offset, int count) {
        longs()[(int) (index >>> SHIFT_8)].get((int) index & MASK_8, target, offset, count);
    }

    void put(long index, long[] source, int offset, int count) {
        longs()[(int) (index >>> SHIFT_8)].put((int) index & MASK_8, source, offset, count);
    }

    long getLong(long index) {
        return longs()[(int) (index >>> SHIFT_8)].get((int) index & MASK_8);
    }

    void putLong(long index, long value) {
        longs()[(int) (index >>> SHIFT_8)].put((int) index & MASK_8, value);
    }

    void get(long index, byte[] target, int offset, int count) {
        bytes[(int) (index >>> STEP_SHIFT)].get((int) index & MASK_1, target, offset, count);
    }

    void put(long index, byte[] source, int offset, int count) {
        bytes[(int) (index >>> STEP_SHIFT)].put((int) index & MASK_1, source, offset, count);
    }

    byte getByte(long index) {
        return bytes[(int) (index >>> STEP_SHIFT)].get((int) index & MASK_1);
    }

    void putByte(long index, byte value) {
        bytes[(int) (index >>> STEP_SHIFT)].put((int) index & MASK_1, value);
    }

    private FloatBuffer[] floats() {
        FloatBuffer[] views = floats;
        if (views == null) {
            views = new FloatBuffer[bytes.length];
            for (int i = 0; i < views.length; i++) {
                views[i] = bytes[i].asFloatBuffer();
            }
            floats = views;
        }
        return views;
    }

    private DoubleBuffer[] doubles() {
        DoubleBuffer[] views = doubles;
        if (views == null) {
            views = new DoubleBuffer[bytes.length];
            for (int i = 0; i < views.length; i++) {
                views[i] = bytes[i].asDoubleBuffer();
            }
            doubles = views;
        }
        return views;
    }

    private IntBuffer[] ints() {
        IntBuffer[] views = ints;
        if (views == null) {
            views = new IntBuffer[bytes.length];
            for (int i = 0; i < views.length; i++) {
                views[i] = bytes[i].asIntBuffer();
            }
            ints = views;
        }
        return views;
    }

    private LongBuffer[] longs() {
        LongBuffer[] views = longs;
        if (views == null) {
            views = new LongBuffer[bytes.length];
            for (int i = 0; i < views.length; i++) {
                views[i] = bytes[i].asLongBuffer();
            }
            longs = views;
        }
        return views;
    }

    /** The way from an address to a buffer: a pointer that owns nothing. */
    private static final class Window extends BytePointer {
        Window(long address, long length) {
            super((Pointer) null);
            this.address = address;
            this.limit = length;
            this.capacity = length;
        }

        ByteBuffer buffer() {
            return asByteBuffer().order(ByteOrder.nativeOrder());
        }
    }
}
