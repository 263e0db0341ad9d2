package io.surprisal.backend.cpu;

import java.util.Arrays;

/** Sums of FLOAT64: accumulators are emptied into others every few blocks, so that long sums round as seldom as short ones. */
final class DoubleSum extends LaneReduction {
    /** Blocks between two emptyings: their error is at most 15 half-ulps of a partial sum. */
    private static final int EMPTY_AFTER = 16;
    /** Fewer elements are folded one by one. */
    private static final int FEW = 32;

    private final Memory from;
    private final Memory to;
    private final double[] block;
    private final double[] partial;
    private final double[] total;
    private final double[] tail;
    private int width;
    private int pending;

    DoubleSum(CpuArray a, CpuArray y, Scratch scratch) {
        this.from = a.memory();
        this.to = y.memory();
        this.block = scratch.doublesA;
        this.partial = scratch.doublesB;
        this.total = scratch.doublesC;
        this.tail = scratch.doublesD;
    }

    @Override
    void load(long index, int n) {
        from.get(index, block, 0, n);
    }

    @Override
    void start(int offset, int n) {
        System.arraycopy(block, offset, partial, 0, n);
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
    void finish(int rows, int inner, int position) {
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
            block[position + i] = sum;
        }
    }

    @Override
    void store(long index, int n) {
        to.put(index, block, 0, n);
    }

    private void empty() {
        for (int i = 0; i < width; i++) {
            total[i] += partial[i];
            partial[i] = 0;
        }
        pending = 0;
    }

    private static void add(double[] x, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += x[i];
        }
    }
}
