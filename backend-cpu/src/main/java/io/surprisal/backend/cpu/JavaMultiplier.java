package io.surprisal.backend.cpu;

/** Multiplies on the heap in double precision, where there is no OpenBLAS for the platform. */
final class JavaMultiplier implements MatrixMultiplier {
    private final Scratch scratch;
    private final String reason;

    /** With the reason why OpenBLAS is missing. */
    JavaMultiplier(Scratch scratch, String reason) {
        this.scratch = scratch;
        this.reason = reason;
    }

    @Override
    public void multiply(
            CpuArray a,
            long atA,
            boolean transposeA,
            CpuArray b,
            long atB,
            boolean transposeB,
            CpuArray y,
            long atY,
            int m,
            int k,
            int n) {
        double[] left = new double[m * k];
        double[] right = new double[k * n];
        double[] row = new double[n];
        new RealBlocks(a, scratch).getAll(atA, left, left.length);
        new RealBlocks(b, scratch).getAll(atB, right, right.length);
        if (transposeB) {
            right = transposed(right, n, k);
        }
        RealBlocks out = new RealBlocks(y, scratch);
        for (int i = 0; i < m; i++) {
            java.util.Arrays.fill(row, 0);
            for (int j = 0; j < k; j++) {
                double factor = transposeA ? left[j * m + i] : left[i * k + j];
                addMultiple(row, right, j * n, factor, n);
            }
            out.putAll(atY + (long) i * n, row, n);
        }
    }

    private static double[] transposed(double[] a, int rows, int columns) {
        double[] result = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[j * rows + i] = a[i * columns + j];
            }
        }
        return result;
    }

    private static void addMultiple(double[] y, double[] x, int at, double factor, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += factor * x[at + i];
        }
    }

    @Override
    public String description() {
        return "not used: " + reason;
    }
}
