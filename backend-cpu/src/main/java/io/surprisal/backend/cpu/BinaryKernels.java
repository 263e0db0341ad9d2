package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.ops.BinaryOp;

/** Functions of two arguments, block by block: broadcasting happens while a block is read. */
final class BinaryKernels {
    private final CpuArrays arrays;
    private final Scratch scratch;
    private final Engine engine;

    BinaryKernels(CpuArrays arrays, Scratch scratch, Engine engine) {
        this.arrays = arrays;
        this.scratch = scratch;
        this.engine = engine;
    }

    CpuArray apply(BinaryOp op, CpuArray a, CpuArray b, Shape out) {
        CpuArray y = arrays.make(out, op.resultType(a.dtype()));
        switch (a.dtype()) {
            case FLOAT32 -> {
                if (op.isComparison()) {
                    compareFloats(FloatComparison.of(op), reader(a, out), reader(b, out), y);
                } else if (!engine.binary(op, a, b, y)) {
                    floats(FloatBinary.of(op), reader(a, out), reader(b, out), y);
                }
            }
            case FLOAT64 -> {
                if (op.isComparison()) {
                    DoublePass.compare(DoubleComparison.of(op), a, b, y);
                } else {
                    DoublePass.binary(DoubleBinary.of(op), a, b, y);
                }
            }
            case INT32, INT64 -> integers(op, a, reader(a, out), reader(b, out), y);
            case BOOL -> truths(ByteBinary.of(op), reader(a, out), reader(b, out), y);
        }
        return y;
    }

    private static Reader reader(CpuArray a, Shape out) {
        return new Reader(a, Layout.broadcast(a.shape(), out));
    }

    private void floats(FloatBinary loop, Reader a, Reader b, CpuArray y) {
        int size = y.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            a.next(scratch.floatsA, n);
            b.next(scratch.floatsB, n);
            loop.apply(scratch.floatsA, scratch.floatsB, scratch.floatsC, n);
            y.memory().put(done, scratch.floatsC, 0, n);
        }
    }

    private void compareFloats(FloatComparison loop, Reader a, Reader b, CpuArray y) {
        int size = y.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            a.next(scratch.floatsA, n);
            b.next(scratch.floatsB, n);
            loop.apply(scratch.floatsA, scratch.floatsB, scratch.bytesA, n);
            y.memory().put(done, scratch.bytesA, 0, n);
        }
    }

    /** Computed in 64 bits: the low 32 of them are what 32-bit arithmetic gives. */
    private void integers(BinaryOp op, CpuArray type, Reader a, Reader b, CpuArray y) {
        int size = y.size();
        LongBlocks in = new LongBlocks(type, scratch);
        LongBlocks out = new LongBlocks(y, scratch);
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            in.next(a, scratch.longsA, n);
            in.next(b, scratch.longsB, n);
            if (op.isComparison()) {
                LongComparison.of(op).apply(scratch.longsA, scratch.longsB, scratch.bytesB, n);
                y.memory().put(done, scratch.bytesB, 0, n);
            } else {
                LongBinary.of(op).apply(scratch.longsA, scratch.longsB, scratch.longsC, n);
                out.put(done, scratch.longsC, n);
            }
        }
    }

    private void truths(ByteBinary loop, Reader a, Reader b, CpuArray y) {
        int size = y.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            a.next(scratch.bytesA, n);
            b.next(scratch.bytesB, n);
            loop.apply(scratch.bytesA, scratch.bytesB, scratch.bytesC, n);
            y.memory().put(done, scratch.bytesC, 0, n);
        }
    }
}
