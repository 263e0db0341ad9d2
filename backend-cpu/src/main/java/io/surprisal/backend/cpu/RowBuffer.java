package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;

/** Copies and adds rows of one length, by way of the heap. */
final class RowBuffer {
    private final DType dtype;
    private final int length;
    private final float[] floats;
    private final float[] moreFloats;
    private final double[] doubles;
    private final double[] moreDoubles;
    private final int[] ints;
    private final long[] longs;
    private final byte[] bytes;

    RowBuffer(DType dtype, int length) {
        this.dtype = dtype;
        this.length = length;
        int capacity = Math.min(length, Scratch.BLOCK);
        this.floats = new float[dtype == DType.FLOAT32 ? capacity : 0];
        this.moreFloats = new float[floats.length];
        this.doubles = new double[dtype == DType.FLOAT64 ? capacity : 0];
        this.moreDoubles = new double[doubles.length];
        this.ints = new int[dtype == DType.INT32 ? 2 * capacity : 0];
        this.longs = new long[dtype == DType.INT64 ? 2 * capacity : 0];
        this.bytes = new byte[dtype == DType.BOOL ? capacity : 0];
    }

    void copy(Memory from, long source, Memory to, long target) {
        for (int done = 0; done < length; done += Scratch.BLOCK) {
            int n = Scratch.block(done, length);
            switch (dtype) {
                case FLOAT32 -> {
                    from.get(source + done, floats, 0, n);
                    to.put(target + done, floats, 0, n);
                }
                case FLOAT64 -> {
                    from.get(source + done, doubles, 0, n);
                    to.put(target + done, doubles, 0, n);
                }
                case INT32 -> {
                    from.get(source + done, ints, 0, n);
                    to.put(target + done, ints, 0, n);
                }
                case INT64 -> {
                    from.get(source + done, longs, 0, n);
                    to.put(target + done, longs, 0, n);
                }
                case BOOL -> {
                    from.get(source + done, bytes, 0, n);
                    to.put(target + done, bytes, 0, n);
                }
            }
        }
    }

    void add(Memory from, long source, Memory to, long target) {
        for (int done = 0; done < length; done += Scratch.BLOCK) {
            int n = Scratch.block(done, length);
            switch (dtype) {
                case FLOAT32 -> {
                    from.get(source + done, floats, 0, n);
                    to.get(target + done, moreFloats, 0, n);
                    for (int i = 0; i < n; i++) {
                        moreFloats[i] += floats[i];
                    }
                    to.put(target + done, moreFloats, 0, n);
                }
                case FLOAT64 -> {
                    from.get(source + done, doubles, 0, n);
                    to.get(target + done, moreDoubles, 0, n);
                    for (int i = 0; i < n; i++) {
                        moreDoubles[i] += doubles[i];
                    }
                    to.put(target + done, moreDoubles, 0, n);
                }
                case INT32 -> {
                    from.get(source + done, ints, 0, n);
                    to.get(target + done, ints, n, n);
                    for (int i = 0; i < n; i++) {
                        ints[i] += ints[n + i];
                    }
                    to.put(target + done, ints, 0, n);
                }
                case INT64 -> {
                    from.get(source + done, longs, 0, n);
                    to.get(target + done, longs, n, n);
                    for (int i = 0; i < n; i++) {
                        longs[i] += longs[n + i];
                    }
                    to.put(target + done, longs, 0, n);
                }
                case BOOL -> throw new IllegalArgumentException("scatterAdd: BOOL elements do not add.");
            }
        }
    }
}
