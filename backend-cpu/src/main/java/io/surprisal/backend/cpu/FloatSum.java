package io.surprisal.backend.cpu;

import java.util.Arrays;

/** Sums of FLOAT32: accumulators in single precision are emptied into double ones before their rounding errors add up. */
final class FloatSum extends LaneReduction {
    /** Blocks between two emptyings: their error is at most 15 half-ulps of a partial sum. */
    private static final int EMPTY_AFTER = 16;
    /** Fewer elements are folded one by one. */
    private static final int FEW = 32;

    private final FloatSource from;
    private final Memory to;
    private final float[] block;
    private final float[] partial;
    private final double[] total;
    private final double[] tail;
    private final float[] partialTail;
    private int width;
    private int pending;
    private boolean emptied;

    /** Of elements that {@code from} computes, which leaves the scratch's {@code floatsA} to {@code floatsC} alone but for its target. */
    FloatSum(FloatSource from, CpuArray y, Scratch scratch) {
        this.from = from;
        this.to = y.memory();
        this.block = scratch.floatsA;
        this.partial = scratch.floatsB;
        this.total = scratch.doublesC;
        this.tail = scratch.doublesD;
        this.partialTail = scratch.floatsC;
    }

    @Override
    void load(long index, int n) {
        from.load(index, block, n);
    }

    @Override
    void start(int offset, int n) {
        System.arraycopy(block, offset, partial, 0, n);
        width = n;
        pending = 1;
        emptied = false;
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
    void finish(int rows, int inner, int position) {
        if (emptied) {
            finishTotal(rows, inner, position);
        } else {
            finishPartial(rows, inner, position);
        }
    }

    /** A few blocks: the folding stays in single precision. */
    private void finishPartial(int rows, int inner, int position) {
        int left = rows;
        while (left * inner > FEW && left > 1) {
            int rest = left >> 1;
            left -= rest;
            System.arraycopy(partial, left * inner, partialTail, 0, rest * inner);
            add(partialTail, partial, rest * inner);
        }
        for (int i = 0; i < inner; i++) {
            double sum = partial[i];
            for (int row = 1; row < left; row++) {
                sum += partial[row * inner + i];
            }
            block[position + i] = (float) sum;
        }
    }

    private void finishTotal(int rows, int inner, int position) {
        empty();
        int left = rows;
        while (left * inner > FEW && left > 1) {
            int rest = left >> 1;
            left -= rest;
            System.arraycopy(total, left * inner, tail, 0, rest * inner);
            add(tail, total, rest * inner);
        }
        for (int i = 0; i < inner; i++) {
            double sum = total[i];
            for (int row = 1; row < left; row++) {
                sum += total[row * inner + i];
            }
            block[position + i] = (float) sum;
        }
    }

    @Override
    void store(long index, int n) {
        to.put(index, block, 0, n);
    }

    private void empty() {
        if (!emptied) {
            Arrays.fill(total, 0, width, 0);
            emptied = true;
        }
        for (int i = 0; i < width; i++) {
            total[i] += partial[i];
            partial[i] = 0;
        }
        pending = 0;
    }

    private static void add(float[] x, float[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += x[i];
        }
    }

    private static void add(double[] x, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += x[i];
        }
    }
}
