package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.ReduceOp;

/** The largest and the smallest of FLOAT32 elements. */
final class FloatExtreme extends LaneReduction {
    private final ReduceOp op;
    private final Memory from;
    private final Memory to;
    private final float[] block;
    private final float[] accumulators;
    private final float[] tail;

    FloatExtreme(ReduceOp op, CpuArray a, CpuArray y, Scratch scratch) {
        this.op = op;
        this.from = a.memory();
        this.to = y.memory();
        this.block = scratch.floatsA;
        this.accumulators = scratch.floatsB;
        this.tail = scratch.floatsC;
    }

    @Override
    void load(long index, int n) {
        from.get(index, block, 0, n);
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
        if (inner == 1) {
            block[position] = op == ReduceOp.MAX ? largest(rows) : smallest(rows);
            return;
        }
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
        to.put(index, block, 0, n);
    }

    private void combine(float[] x, float[] y, int n) {
        switch (op) {
            case MAX -> largest(x, y, n);
            case MIN -> smallest(x, y, n);
            case SUM, PRODUCT -> throw new IllegalArgumentException(op.label() + ": not an extreme.");
        }
    }

    private static void largest(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(x[i], y[i]);
        }
    }

    private static void smallest(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.min(x[i], y[i]);
        }
    }

    /** A comparison each: predicted branches are faster here than the vectors of short loops. */
    private float largest(int n) {
        float best = accumulators[0];
        for (int i = 1; i < n; i++) {
            float x = accumulators[i];
            if (x > best || Float.isNaN(x)) {
                best = x;
            }
        }
        return best;
    }

    private float smallest(int n) {
        float best = accumulators[0];
        for (int i = 1; i < n; i++) {
            float x = accumulators[i];
            if (x < best || Float.isNaN(x)) {
                best = x;
            }
        }
        return best;
    }
}
