package io.surprisal.backend.cpu;

import io.surprisal.tensor.ops.UnaryOp;

/** Functions of one argument, block by block. */
final class UnaryKernels {
    private static final float LEAST_SOFTPLUS_ARGUMENT = -32f;

    private final CpuArrays arrays;
    private final Scratch scratch;
    private final Engine engine;

    UnaryKernels(CpuArrays arrays, Scratch scratch, Engine engine) {
        this.arrays = arrays;
        this.scratch = scratch;
        this.engine = engine;
    }

    CpuArray apply(UnaryOp op, CpuArray x) {
        CpuArray y = arrays.make(x.shape(), op.resultType(x.dtype()));
        if (op == UnaryOp.IS_NAN || op == UnaryOp.IS_FINITE) {
            tests(op, x, y);
        } else {
            into(op, x, y);
        }
        return y;
    }

    /** Writes op(x) into {@code y}, which may be {@code x} itself; the result has its argument's type. */
    void into(UnaryOp op, CpuArray x, CpuArray y) {
        switch (x.dtype()) {
            case FLOAT32 -> {
                if (!engine.unary(op, x, y) && !(op == UnaryOp.SOFTPLUS && softplus(x, y))) {
                    floats(FloatUnary.of(op, scratch.elementary), x, y);
                }
            }
            case FLOAT64 -> DoublePass.unary(DoubleUnary.of(op), x, y);
            case INT32, INT64, BOOL -> integers(LongUnary.of(op), x, y);
        }
    }

    /** By the engine's e^(−|x|), which keeps its digits where x is not far below 0; written to {@code y} first. */
    private boolean softplus(CpuArray x, CpuArray y) {
        if (x == y || !engine.isAtLeast(x, LEAST_SOFTPLUS_ARGUMENT) || !engine.expOfNegativeMagnitude(x, y)) {
            return false;
        }
        int size = x.size();
        float[] from = scratch.floatsA;
        float[] exponentials = scratch.floatsB;
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            x.memory().get(done, from, 0, n);
            y.memory().get(done, exponentials, 0, n);
            FloatLogistic.softplusOfExponentials(from, exponentials, n);
            y.memory().put(done, exponentials, 0, n);
        }
        return true;
    }

    private void floats(FloatUnary loop, CpuArray x, CpuArray y) {
        int size = x.size();
        float[] from = scratch.floatsA;
        float[] to = scratch.floatsB;
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            x.memory().get(done, from, 0, n);
            loop.apply(from, to, n);
            y.memory().put(done, to, 0, n);
        }
    }

    /** Of BOOL, INT32 and INT64, computed in 64 bits: their low bits are what 32-bit arithmetic gives. */
    private void integers(LongUnary loop, CpuArray x, CpuArray y) {
        int size = x.size();
        LongBlocks in = new LongBlocks(x, scratch);
        LongBlocks out = new LongBlocks(y, scratch);
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            in.get(done, scratch.longsA, n);
            loop.apply(scratch.longsA, scratch.longsB, n);
            out.put(done, scratch.longsB, n);
        }
    }

    private void tests(UnaryOp op, CpuArray x, CpuArray y) {
        int size = x.size();
        boolean nan = op == UnaryOp.IS_NAN;
        RealBlocks in = new RealBlocks(x, scratch);
        double[] values = scratch.doublesA;
        byte[] results = scratch.bytesA;
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            in.get(done, values, n);
            for (int i = 0; i < n; i++) {
                double v = values[i];
                results[i] = (byte) ((nan ? Double.isNaN(v) : Double.isFinite(v)) ? 1 : 0);
            }
            y.memory().put(done, results, 0, n);
        }
    }
}
