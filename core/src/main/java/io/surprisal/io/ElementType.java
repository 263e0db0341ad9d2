package io.surprisal.io;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import java.nio.ByteBuffer;

/** How one element lies in a file, and the dtype that holds its every value exactly. */
enum ElementType {
    BOOL(1, DType.BOOL),
    I8(1, DType.INT32),
    U8(1, DType.INT32),
    I16(2, DType.INT32),
    U16(2, DType.INT32),
    I32(4, DType.INT32),
    U32(4, DType.INT64),
    I64(8, DType.INT64),
    F16(2, DType.FLOAT32),
    BF16(2, DType.FLOAT32),
    F32(4, DType.FLOAT32),
    F64(8, DType.FLOAT64);

    private final int bytes;
    private final DType dtype;

    ElementType(int bytes, DType dtype) {
        this.bytes = bytes;
        this.dtype = dtype;
    }

    /** How elements of a dtype are written. */
    static ElementType of(DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> F32;
            case FLOAT64 -> F64;
            case INT32 -> I32;
            case INT64 -> I64;
            case BOOL -> BOOL;
        };
    }

    /** Bytes of one element in the file. */
    int bytes() {
        return bytes;
    }

    /** What it becomes in memory. */
    DType dtype() {
        return dtype;
    }

    /**
     * Decodes {@code count} elements from the buffer's position on, in its byte order.
     *
     * @throws FormatException if a truth value is neither 0 nor 1
     */
    void decode(ByteBuffer in, HostArray into, int from, int count, String where) throws FormatException {
        int to = from + count;
        switch (this) {
            case BOOL -> {
                boolean[] out = into.booleans();
                for (int i = from; i < to; i++) {
                    out[i] = truth(in.get(), i, where);
                }
            }
            case I8 -> {
                int[] out = into.ints();
                for (int i = from; i < to; i++) {
                    out[i] = in.get();
                }
            }
            case U8 -> {
                int[] out = into.ints();
                for (int i = from; i < to; i++) {
                    out[i] = in.get() & 0xff;
                }
            }
            case I16 -> {
                int[] out = into.ints();
                for (int i = from; i < to; i++) {
                    out[i] = in.getShort();
                }
            }
            case U16 -> {
                int[] out = into.ints();
                for (int i = from; i < to; i++) {
                    out[i] = in.getShort() & 0xffff;
                }
            }
            case U32 -> {
                long[] out = into.longs();
                for (int i = from; i < to; i++) {
                    out[i] = in.getInt() & 0xffffffffL;
                }
            }
            case F16 -> {
                float[] out = into.floats();
                for (int i = from; i < to; i++) {
                    out[i] = HalfPrecision.fromBinary16(in.getShort());
                }
            }
            case BF16 -> {
                float[] out = into.floats();
                for (int i = from; i < to; i++) {
                    out[i] = HalfPrecision.fromBfloat16(in.getShort());
                }
            }
            case I32 -> in.asIntBuffer().get(into.ints(), from, count);
            case I64 -> in.asLongBuffer().get(into.longs(), from, count);
            case F32 -> in.asFloatBuffer().get(into.floats(), from, count);
            case F64 -> in.asDoubleBuffer().get(into.doubles(), from, count);
        }
    }

    private static boolean truth(byte value, int index, String where) throws FormatException {
        if (value != 0 && value != 1) {
            throw new FormatException(
                    where,
                    "truth value " + index + " is the byte " + (value & 0xff)
                            + ", but 0 and 1 are all there are. The file is" + " damaged, or holds integers.");
        }
        return value == 1;
    }
}
