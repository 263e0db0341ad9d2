package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;

/** One array where a condition holds, another elsewhere. Elements are moved by their bits, whatever they mean. */
final class Selection {
    private final CpuArrays arrays;
    private final Scratch scratch;

    Selection(CpuArrays arrays, Scratch scratch) {
        this.arrays = arrays;
        this.scratch = scratch;
    }

    CpuArray where(CpuArray condition, CpuArray a, CpuArray b, Shape out) {
        CpuArray y = arrays.make(out, a.dtype());
        Reader conditions = new Reader(condition, Layout.broadcast(condition.shape(), out));
        Reader yes = new Reader(a, Layout.broadcast(a.shape(), out));
        Reader no = new Reader(b, Layout.broadcast(b.shape(), out));
        int size = out.size();
        for (long done = 0; done < size; done += Scratch.BLOCK) {
            int n = Scratch.block(done, size);
            conditions.next(scratch.bytesA, n);
            switch (a.dtype()) {
                case FLOAT32, INT32 -> {
                    yes.next(scratch.intsA, n);
                    no.next(scratch.intsB, n);
                    select(scratch.bytesA, scratch.intsA, scratch.intsB, n);
                    y.memory().put(done, scratch.intsA, 0, n);
                }
                case FLOAT64, INT64 -> {
                    yes.next(scratch.longsA, n);
                    no.next(scratch.longsB, n);
                    select(scratch.bytesA, scratch.longsA, scratch.longsB, n);
                    y.memory().put(done, scratch.longsA, 0, n);
                }
                case BOOL -> {
                    yes.next(scratch.bytesB, n);
                    no.next(scratch.bytesC, n);
                    select(scratch.bytesA, scratch.bytesB, scratch.bytesC, n);
                    y.memory().put(done, scratch.bytesB, 0, n);
                }
            }
        }
        return y;
    }

    private static void select(byte[] condition, int[] a, int[] b, int n) {
        for (int i = 0; i < n; i++) {
            int mask = -condition[i];
            a[i] = (a[i] & mask) | (b[i] & ~mask);
        }
    }

    private static void select(byte[] condition, long[] a, long[] b, int n) {
        for (int i = 0; i < n; i++) {
            long mask = -(long) condition[i];
            a[i] = (a[i] & mask) | (b[i] & ~mask);
        }
    }

    private static void select(byte[] condition, byte[] a, byte[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = condition[i] != 0 ? a[i] : b[i];
        }
    }
}
