package io.surprisal.backend.cpu;

import io.surprisal.tensor.spi.ReduceOp;

/** Reductions of whole numbers in 64 bits, truth values being 0 or 1. */
final class LongReduction extends LaneReduction {
    private final ReduceOp op;
    private final LongBlocks from;
    private final LongBlocks to;
    private final long[] block;
    private final long[] accumulators;

    LongReduction(ReduceOp op, CpuArray a, CpuArray y, Scratch scratch) {
        this.op = op;
        this.from = new LongBlocks(a, scratch);
        this.to = new LongBlocks(y, scratch);
        this.block = scratch.longsA;
        this.accumulators = scratch.longsB;
    }

    @Override
    void load(long index, int n) {
        from.get(index, block, n);
    }

    @Override
    void start(int n) {
        System.arraycopy(block, 0, accumulators, 0, n);
    }

    @Override
    void combine(int n) {
        combine(accumulators, 0, block, 0, n);
    }

    @Override
    void finish(int rows, int inner, long index) {
        fold(accumulators, 0, rows, inner);
        to.put(index, accumulators, inner);
    }

    @Override
    void fold(int offset, int rows, int inner) {
        fold(block, offset, rows, inner);
    }

    @Override
    void store(int offset, int inner, long index) {
        to.put(index, block, offset, inner);
    }

    private void fold(long[] x, int offset, int rows, int inner) {
        for (int left = rows; left > 1; left -= left >> 1) {
            int rest = left >> 1;
            combine(x, offset, x, offset + (left - rest) * inner, rest * inner);
        }
    }

    private void combine(long[] x, int offset, long[] y, int other, int n) {
        switch (op) {
            case SUM -> {
                for (int i = 0; i < n; i++) {
                    x[offset + i] += y[other + i];
                }
            }
            case PRODUCT -> {
                for (int i = 0; i < n; i++) {
                    x[offset + i] *= y[other + i];
                }
            }
            case MAX -> {
                for (int i = 0; i < n; i++) {
                    x[offset + i] = Math.max(x[offset + i], y[other + i]);
                }
            }
            case MIN -> {
                for (int i = 0; i < n; i++) {
                    x[offset + i] = Math.min(x[offset + i], y[other + i]);
                }
            }
        }
    }
}
