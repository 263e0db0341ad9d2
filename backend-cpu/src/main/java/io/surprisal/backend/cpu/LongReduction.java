package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.ReduceOp;

/** Reductions of whole numbers in 64 bits, truth values being 0 or 1. */
final class LongReduction extends LaneReduction {
    private final ReduceOp op;
    private final LongBlocks from;
    private final LongBlocks to;
    private final long[] block;
    private final long[] accumulators;
    private final long[] tail;

    LongReduction(ReduceOp op, CpuArray a, CpuArray y, Scratch scratch) {
        this.op = op;
        this.from = new LongBlocks(a, scratch);
        this.to = new LongBlocks(y, scratch);
        this.block = scratch.longsA;
        this.accumulators = scratch.longsB;
        this.tail = scratch.longsC;
    }

    @Override
    void load(long index, int n) {
        from.get(index, block, n);
    }

    @Override
    void start(int offset, int n) {
        System.arraycopy(block, offset, accumulators, 0, n);
    }

    @Override
    void combine(int n) {
        combine(accumulators, block, n);
    }

    @Override
    void finish(int rows, int inner, int position) {
        int left = rows;
        while (left > 1) {
            int rest = left >> 1;
            left -= rest;
            System.arraycopy(accumulators, left * inner, tail, 0, rest * inner);
            combine(accumulators, tail, rest * inner);
        }
        System.arraycopy(accumulators, 0, block, position, inner);
    }

    @Override
    void store(long index, int n) {
        to.put(index, block, n);
    }

    private void combine(long[] x, long[] y, int n) {
        switch (op) {
            case SUM -> add(x, y, n);
            case PRODUCT -> multiply(x, y, n);
            case MAX -> largest(x, y, n);
            case MIN -> smallest(x, y, n);
        }
    }

    private static void add(long[] x, long[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] += y[i];
        }
    }

    private static void multiply(long[] x, long[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= y[i];
        }
    }

    private static void largest(long[] x, long[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(x[i], y[i]);
        }
    }

    private static void smallest(long[] x, long[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.min(x[i], y[i]);
        }
    }
}
