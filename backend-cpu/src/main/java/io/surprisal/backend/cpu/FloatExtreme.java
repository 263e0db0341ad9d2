package io.surprisal.backend.cpu;

import io.surprisal.tensor.spi.ReduceOp;

/** The largest and the smallest of FLOAT32 elements. */
final class FloatExtreme extends LaneReduction {
    private final ReduceOp op;
    private final Memory from;
    private final Memory to;
    private final float[] block;
    private final float[] accumulators;

    FloatExtreme(ReduceOp op, CpuArray a, CpuArray y, Scratch scratch) {
        this.op = op;
        this.from = a.memory();
        this.to = y.memory();
        this.block = scratch.floatsA;
        this.accumulators = scratch.floatsB;
    }

    @Override
    void load(long index, int n) {
        from.get(index, block, 0, n);
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
        to.put(index, accumulators, 0, inner);
    }

    @Override
    void fold(int offset, int rows, int inner) {
        fold(block, offset, rows, inner);
    }

    @Override
    void store(int offset, int inner, long index) {
        to.put(index, block, offset, inner);
    }

    private void fold(float[] x, int offset, int rows, int inner) {
        for (int left = rows; left > 1; left -= left >> 1) {
            int rest = left >> 1;
            combine(x, offset, x, offset + (left - rest) * inner, rest * inner);
        }
    }

    private void combine(float[] x, int offset, float[] y, int other, int n) {
        switch (op) {
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
            case SUM, PRODUCT -> throw new IllegalArgumentException(op.label() + ": not an extreme.");
        }
    }
}
