package io.surprisal.backend.cpu;

import java.util.Arrays;

/** Sums of FLOAT32: accumulators in single precision are emptied into double ones before their rounding errors add up. */
final class FloatSum extends LaneReduction {
    /** Blocks between two emptyings: their error is at most 15 half-ulps of a partial sum. */
    private static final int EMPTY_AFTER = 16;

    private final Memory from;
    private final Memory to;
    private final float[] block;
    private final float[] partial;
    private final double[] total;
    private int width;
    private int pending;

    FloatSum(CpuArray a, CpuArray y, Scratch scratch) {
        this.from = a.memory();
        this.to = y.memory();
        this.block = scratch.floatsA;
        this.partial = scratch.floatsB;
        this.total = scratch.doublesA;
    }

    @Override
    void load(long index, int n) {
        from.get(index, block, 0, n);
    }

    @Override
    void start(int n) {
        System.arraycopy(block, 0, partial, 0, n);
        Arrays.fill(total, 0, n, 0);
        width = n;
        pending = 1;
    }

    @Override
    void combine(int n) {
        if (pending == EMPTY_AFTER) {
            empty();
        }
        add(block, partial, n);
        pending++;
    }

    @Override
    void finish(int rows, int inner, long index) {
        empty();
        for (int left = rows; left > 1; left -= left >> 1) {
            int rest = left >> 1;
            addTail(total, (left - rest) * inner, rest * inner);
        }
        for (int i = 0; i < inner; i++) {
            partial[i] = (float) total[i];
        }
        to.put(index, partial, 0, inner);
    }

    @Override
    void fold(int offset, int rows, int inner) {
        for (int left = rows; left > 1; left -= left >> 1) {
            int rest = left >> 1;
            addTail(block, offset, offset + (left - rest) * inner, rest * inner);
        }
    }

    @Override
    void store(int offset, int inner, long index) {
        if (inner == 1) {
            to.putFloat(index, block[offset]);
        } else {
            to.put(index, block, offset, inner);
        }
    }

    private void empty() {
        for (int i = 0; i < width; i++) {
            total[i] += partial[i];
            partial[i] = 0f;
        }
        pending = 0;
    }

    private static void add(float[] x, float[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += x[i];
        }
    }

    private static void addTail(float[] x, int head, int tail, int n) {
        for (int i = 0; i < n; i++) {
            x[head + i] += x[tail + i];
        }
    }

    private static void addTail(double[] x, int tail, int n) {
        for (int i = 0; i < n; i++) {
            x[i] += x[tail + i];
        }
    }
}
