package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;

/** Blocks of an INT64, INT32 or BOOL array as longs; writing keeps the low bits. Uses the scratch's {@code intsA} and {@code bytesA}. */
final class LongBlocks {
    private final Memory memory;
    private final DType dtype;
    private final int[] ints;
    private final byte[] bytes;

    LongBlocks(CpuArray array, Scratch scratch) {
        this.memory = array.memory();
        this.dtype = array.dtype();
        this.ints = scratch.intsA;
        this.bytes = scratch.bytesA;
    }

    void get(long index, long[] target, int n) {
        switch (dtype) {
            case INT64 -> memory.get(index, target, 0, n);
            case INT32 -> {
                memory.get(index, ints, 0, n);
                widen(ints, target, n);
            }
            case BOOL -> {
                memory.get(index, bytes, 0, n);
                widen(bytes, target, n);
            }
            case FLOAT32, FLOAT64 -> throw new IllegalArgumentException(dtype + " elements are not whole numbers.");
        }
    }

    void put(long index, long[] source, int n) {
        put(index, source, 0, n);
    }

    void put(long index, long[] source, int offset, int n) {
        switch (dtype) {
            case INT64 -> memory.put(index, source, offset, n);
            case INT32 -> {
                for (int i = 0; i < n; i++) {
                    ints[i] = (int) source[offset + i];
                }
                memory.put(index, ints, 0, n);
            }
            case BOOL -> {
                for (int i = 0; i < n; i++) {
                    bytes[i] = (byte) source[offset + i];
                }
                memory.put(index, bytes, 0, n);
            }
            case FLOAT32, FLOAT64 -> throw new IllegalArgumentException(dtype + " elements are not whole numbers.");
        }
    }

    /** As {@link #get}, from a reader of an array of the same type. */
    void next(Reader reader, long[] target, int n) {
        switch (dtype) {
            case INT64 -> reader.next(target, n);
            case INT32 -> {
                reader.next(ints, n);
                widen(ints, target, n);
            }
            case BOOL -> {
                reader.next(bytes, n);
                widen(bytes, target, n);
            }
            case FLOAT32, FLOAT64 -> throw new IllegalArgumentException(dtype + " elements are not whole numbers.");
        }
    }

    private static void widen(int[] from, long[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = from[i];
        }
    }

    private static void widen(byte[] from, long[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = from[i];
        }
    }
}
