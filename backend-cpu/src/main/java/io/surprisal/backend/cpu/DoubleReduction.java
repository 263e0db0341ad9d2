package io.surprisal.backend.cpu;

import io.surprisal.tensor.spi.ReduceOp;

/** Reductions of floating elements in double precision. */
final class DoubleReduction extends LaneReduction {
    private final ReduceOp op;
    private final RealBlocks from;
    private final RealBlocks to;
    private final double[] block;
    private final double[] accumulators;

    DoubleReduction(ReduceOp op, CpuArray a, CpuArray y, Scratch scratch) {
        this.op = op;
        this.from = new RealBlocks(a, scratch);
        this.to = new RealBlocks(y, scratch);
        this.block = scratch.doublesA;
        this.accumulators = scratch.doublesB;
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

    private void fold(double[] x, int offset, int rows, int inner) {
        for (int left = rows; left > 1; left -= left >> 1) {
            int rest = left >> 1;
            combine(x, offset, x, offset + (left - rest) * inner, rest * inner);
        }
    }

    private void combine(double[] x, int offset, double[] y, int other, int n) {
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
