package io.surprisal.backend.cpu;

/** Running sums along an axis; of floating elements in double precision, each rounded once. */
final class Scan {
    private final CpuArrays arrays;
    private final Scratch scratch;

    Scan(CpuArrays arrays, Scratch scratch) {
        this.arrays = arrays;
        this.scratch = scratch;
    }

    CpuArray cumsum(CpuArray a, int axis) {
        CpuArray y = arrays.make(a.shape(), a.dtype());
        Lanes lanes = Lanes.along(axis, a.shape());
        switch (a.dtype()) {
            case FLOAT32, FLOAT64 -> reals(a, y, lanes);
            case INT32, INT64 -> integers(a, y, lanes);
            case BOOL -> throw new IllegalArgumentException("cumsum: BOOL elements have no running sum.");
        }
        return y;
    }

    private void reals(CpuArray a, CpuArray y, Lanes lanes) {
        RealBlocks in = new RealBlocks(a, scratch);
        RealBlocks out = new RealBlocks(y, scratch);
        double[] block = scratch.doublesA;
        double[] sums = scratch.doublesB;
        int inner = lanes.inner();
        for (int outer = 0; outer < lanes.outer(); outer++) {
            long base = (long) outer * lanes.length() * inner;
            if (inner == 1) {
                double sum = 0;
                for (long done = 0; done < lanes.length(); done += Scratch.BLOCK) {
                    int n = Scratch.block(done, lanes.length());
                    in.get(base + done, block, n);
                    for (int i = 0; i < n; i++) {
                        sum += block[i];
                        block[i] = sum;
                    }
                    out.put(base + done, block, n);
                }
                continue;
            }
            for (int column = 0; column < inner; column += Scratch.BLOCK) {
                int n = Scratch.block(column, inner);
                for (int row = 0; row < lanes.length(); row++) {
                    long at = base + (long) row * inner + column;
                    in.get(at, block, n);
                    if (row == 0) {
                        System.arraycopy(block, 0, sums, 0, n);
                    } else {
                        add(block, sums, n);
                    }
                    out.put(at, sums, n);
                }
            }
        }
    }

    private void integers(CpuArray a, CpuArray y, Lanes lanes) {
        LongBlocks in = new LongBlocks(a, scratch);
        LongBlocks out = new LongBlocks(y, scratch);
        long[] block = scratch.longsA;
        long[] sums = scratch.longsB;
        int inner = lanes.inner();
        for (int outer = 0; outer < lanes.outer(); outer++) {
            long base = (long) outer * lanes.length() * inner;
            for (int column = 0; column < inner; column += Scratch.BLOCK) {
                int n = Scratch.block(column, inner);
                for (int row = 0; row < lanes.length(); row++) {
                    long at = base + (long) row * inner + column;
                    in.get(at, block, n);
                    if (row == 0) {
                        System.arraycopy(block, 0, sums, 0, n);
                    } else {
                        add(block, sums, n);
                    }
                    out.put(at, sums, n);
                }
            }
        }
    }

    private static void add(double[] x, double[] sums, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] += x[i];
        }
    }

    private static void add(long[] x, long[] sums, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] += x[i];
        }
    }
}
