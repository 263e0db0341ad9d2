package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;
import java.util.List;

/** Rearrangements: each reads or writes with strides, and moves elements by their bits, whatever they mean. */
final class Movement {
    private final CpuArrays arrays;
    private final Scratch scratch;
    private final Transfer transfer;
    private final MatrixTranspose matrices;

    Movement(CpuArrays arrays, Scratch scratch, Transfer transfer) {
        this.arrays = arrays;
        this.scratch = scratch;
        this.transfer = transfer;
        this.matrices = new MatrixTranspose();
    }

    CpuArray broadcastTo(CpuArray a, Shape out) {
        return read(a, Layout.broadcast(a.shape(), out), out);
    }

    CpuArray transpose(CpuArray a, int[] permutation, Shape out) {
        long[] own = Layout.rowMajor(a.shape());
        long[] strides = new long[out.rank()];
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = own[permutation[axis]];
        }
        Layout layout = Layout.strided(0, strides, out);
        if (MatrixTranspose.fits(layout, a.dtype())) {
            CpuArray y = arrays.make(out, a.dtype());
            matrices.transpose(a, layout, y);
            return y;
        }
        return read(a, layout, out);
    }

    CpuArray reverse(CpuArray a, int[] axes) {
        long[] strides = Layout.rowMajor(a.shape());
        long start = 0;
        for (int axis : axes) {
            start += strides[axis] * (a.shape().at(axis) - 1);
            strides[axis] = -strides[axis];
        }
        return read(a, Layout.strided(start, strides, a.shape()), a.shape());
    }

    CpuArray slice(CpuArray a, int[] starts, int[] steps, Shape out) {
        long[] strides = Layout.rowMajor(a.shape());
        long start = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            start += strides[axis] * starts[axis];
            strides[axis] *= steps[axis];
        }
        return read(a, Layout.strided(start, strides, out), out);
    }

    CpuArray pad(CpuArray a, int[] low, int[] interior, double value, Shape out) {
        CpuArray y = transfer.full(out, a.dtype(), value);
        long[] strides = Layout.rowMajor(out);
        long start = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            start += strides[axis] * low[axis];
            strides[axis] *= interior[axis] + 1L;
        }
        write(a, y, Layout.strided(start, strides, a.shape()));
        return y;
    }

    CpuArray concat(List<CpuArray> parts, int axis, Shape out) {
        CpuArray y = arrays.make(out, parts.get(0).dtype());
        long[] strides = Layout.rowMajor(out);
        long start = 0;
        for (CpuArray part : parts) {
            write(part, y, Layout.strided(start, strides, part.shape()));
            start += strides[axis] * part.shape().at(axis);
        }
        return y;
    }

    private CpuArray read(CpuArray a, Layout layout, Shape out) {
        CpuArray y = arrays.make(out, a.dtype());
        Reader reader = new Reader(a, layout);
        int size = out.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            switch (a.dtype()) {
                case FLOAT32, INT32 -> {
                    reader.next(scratch.intsA, n);
                    y.memory().put(done, scratch.intsA, 0, n);
                }
                case FLOAT64, INT64 -> {
                    reader.next(scratch.longsA, n);
                    y.memory().put(done, scratch.longsA, 0, n);
                }
                case BOOL -> {
                    reader.next(scratch.bytesA, n);
                    y.memory().put(done, scratch.bytesA, 0, n);
                }
            }
        }
        return y;
    }

    private void write(CpuArray a, CpuArray y, Layout layout) {
        Writer writer = new Writer(y, layout);
        int size = a.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            switch (a.dtype()) {
                case FLOAT32, INT32 -> {
                    a.memory().get(done, scratch.intsA, 0, n);
                    writer.next(scratch.intsA, n);
                }
                case FLOAT64, INT64 -> {
                    a.memory().get(done, scratch.longsA, 0, n);
                    writer.next(scratch.longsA, n);
                }
                case BOOL -> {
                    a.memory().get(done, scratch.bytesA, 0, n);
                    writer.next(scratch.bytesA, n);
                }
            }
        }
    }
}
