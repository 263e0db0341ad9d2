package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.ReduceOp;

/** Reductions of floating elements in double precision. */
final class DoubleReduction extends LaneReduction {
    private final ReduceOp op;
    private final RealBlocks from;
    private final RealBlocks to;
    private final double[] block;
    private final double[] accumulators;
    private final double[] tail;

    DoubleReduction(ReduceOp op, CpuArray a, CpuArray y, Scratch scratch) {
        this.op = op;
        this.from = new RealBlocks(a, scratch);
        this.to = new RealBlocks(y, scratch);
        this.block = scratch.doublesA;
        this.accumulators = scratch.doublesB;
        this.tail = scratch.doublesC;
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

    private void combine(double[] x, double[] y, int n) {
        switch (op) {
            case SUM -> add(x, y, n);
            case PRODUCT -> multiply(x, y, n);
            case MAX -> largest(x, y, n);
            case MIN -> smallest(x, y, n);
        }
    }

    private static void add(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] += y[i];
        }
    }

    private static void multiply(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= y[i];
        }
    }

    private static void largest(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(x[i], y[i]);
        }
    }

    private static void smallest(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.min(x[i], y[i]);
        }
    }
}
