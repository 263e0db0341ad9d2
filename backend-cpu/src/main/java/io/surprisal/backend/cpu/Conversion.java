package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;

/**
 * Conversions between element types. Every type but INT64 fits into a double exactly, so it converts by way of one; INT64 converts
 * directly, which rounds once.
 */
final class Conversion {
    private final CpuArrays arrays;
    private final Scratch scratch;

    Conversion(CpuArrays arrays, Scratch scratch) {
        this.arrays = arrays;
        this.scratch = scratch;
    }

    CpuArray cast(CpuArray a, DType dtype) {
        CpuArray y = arrays.make(a.shape(), dtype);
        int size = a.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            switch (a.dtype()) {
                case INT64 -> {
                    a.memory().get(done, scratch.longsA, 0, n);
                    fromLongs(scratch.longsA, y, done, n);
                }
                case FLOAT64 -> {
                    a.memory().get(done, scratch.doublesA, 0, n);
                    fromDoubles(scratch.doublesA, y, done, n);
                }
                case FLOAT32 -> {
                    float[] values = scratch.floatsA;
                    a.memory().get(done, values, 0, n);
                    for (int i = 0; i < n; i++) {
                        scratch.doublesA[i] = values[i];
                    }
                    fromDoubles(scratch.doublesA, y, done, n);
                }
                case INT32 -> {
                    int[] values = scratch.intsA;
                    a.memory().get(done, values, 0, n);
                    for (int i = 0; i < n; i++) {
                        scratch.doublesA[i] = values[i];
                    }
                    fromDoubles(scratch.doublesA, y, done, n);
                }
                case BOOL -> {
                    byte[] values = scratch.bytesA;
                    a.memory().get(done, values, 0, n);
                    for (int i = 0; i < n; i++) {
                        scratch.doublesA[i] = values[i];
                    }
                    fromDoubles(scratch.doublesA, y, done, n);
                }
            }
        }
        return y;
    }

    /** Java's conversions: integers saturate and NaN becomes 0; NaN is ≠ 0 and so true. */
    private void fromDoubles(double[] values, CpuArray y, long at, int n) {
        switch (y.dtype()) {
            case FLOAT64 -> y.memory().put(at, values, 0, n);
            case FLOAT32 -> {
                for (int i = 0; i < n; i++) {
                    scratch.floatsB[i] = (float) values[i];
                }
                y.memory().put(at, scratch.floatsB, 0, n);
            }
            case INT32 -> {
                for (int i = 0; i < n; i++) {
                    scratch.intsB[i] = (int) values[i];
                }
                y.memory().put(at, scratch.intsB, 0, n);
            }
            case INT64 -> {
                for (int i = 0; i < n; i++) {
                    scratch.longsB[i] = (long) values[i];
                }
                y.memory().put(at, scratch.longsB, 0, n);
            }
            case BOOL -> {
                for (int i = 0; i < n; i++) {
                    scratch.bytesB[i] = (byte) (values[i] != 0 ? 1 : 0);
                }
                y.memory().put(at, scratch.bytesB, 0, n);
            }
        }
    }

    private void fromLongs(long[] values, CpuArray y, long at, int n) {
        switch (y.dtype()) {
            case INT64 -> y.memory().put(at, values, 0, n);
            case FLOAT64 -> {
                for (int i = 0; i < n; i++) {
                    scratch.doublesB[i] = (double) values[i];
                }
                y.memory().put(at, scratch.doublesB, 0, n);
            }
            case FLOAT32 -> {
                for (int i = 0; i < n; i++) {
                    scratch.floatsB[i] = (float) values[i];
                }
                y.memory().put(at, scratch.floatsB, 0, n);
            }
            case INT32 -> {
                for (int i = 0; i < n; i++) {
                    scratch.intsB[i] = (int) values[i];
                }
                y.memory().put(at, scratch.intsB, 0, n);
            }
            case BOOL -> {
                for (int i = 0; i < n; i++) {
                    scratch.bytesB[i] = (byte) (values[i] != 0 ? 1 : 0);
                }
                y.memory().put(at, scratch.bytesB, 0, n);
            }
        }
    }
}
