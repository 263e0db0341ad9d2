package io.surprisal.backend.cpu;

import io.surprisal.tensor.Shape;

/** Cholesky factors and triangular systems, in double precision on the heap: every inner loop runs along a row. */
final class Factorisation {
    private final CpuArrays arrays;
    private final Scratch scratch;

    Factorisation(CpuArrays arrays, Scratch scratch) {
        this.arrays = arrays;
        this.scratch = scratch;
    }

    CpuArray cholesky(CpuArray a) {
        CpuArray y = arrays.make(a.shape(), a.dtype());
        int n = a.shape().at(a.shape().rank() - 1);
        int area = n * n;
        double[] matrix = new double[area];
        RealBlocks in = new RealBlocks(a, scratch);
        RealBlocks out = new RealBlocks(y, scratch);
        for (long base = 0; base < a.size(); base += area) {
            in.getAll(base, matrix, area);
            factor(matrix, n);
            out.putAll(base, matrix, area);
        }
        return y;
    }

    /** Replaces the lower triangle by the factor, computed as its transpose in the upper triangle, and zeroes the rest. */
    private static void factor(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a[j * n + i] = a[i * n + j];
            }
        }
        for (int k = 0; k < n; k++) {
            int row = k * n;
            double pivot = a[row + k];
            // Not positive, or NaN: the matrix has no factor, and NaN spreads from here to the last pivot.
            double root = pivot > 0 ? Math.sqrt(pivot) : Double.NaN;
            a[row + k] = root;
            for (int j = k + 1; j < n; j++) {
                a[row + j] /= root;
            }
            for (int i = k + 1; i < n; i++) {
                subtractMultiple(a, i * n + i, a, row + i, a[row + i], n - i);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a[i * n + j] = a[j * n + i];
                a[j * n + i] = 0;
            }
        }
    }

    CpuArray triangularSolve(CpuArray lower, CpuArray b, boolean transpose, Shape out) {
        CpuArray y = arrays.make(out, b.dtype());
        int n = out.at(out.rank() - 2);
        int columns = out.at(out.rank() - 1);
        double[] triangle = new double[n * n];
        double[] x = new double[n * columns];
        RealBlocks triangles = new RealBlocks(lower, scratch);
        RealBlocks rightSides = new RealBlocks(b, scratch);
        RealBlocks results = new RealBlocks(y, scratch);
        BatchPairs batch = BatchPairs.of(lower.shape(), b.shape(), out);
        long loaded = -1;
        for (int i = 0; i < batch.count(); i++) {
            if (batch.left(i) != loaded) {
                loaded = batch.left(i);
                triangles.getAll(loaded * triangle.length, triangle, triangle.length);
            }
            rightSides.getAll(batch.right(i) * x.length, x, x.length);
            if (transpose) {
                solveBackward(triangle, x, n, columns);
            } else {
                solveForward(triangle, x, n, columns);
            }
            results.putAll((long) i * x.length, x, x.length);
        }
        return y;
    }

    /** L X = B from the first row down. */
    private static void solveForward(double[] l, double[] x, int n, int columns) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                subtractMultiple(x, i * columns, x, k * columns, l[i * n + k], columns);
            }
            divide(x, i * columns, l[i * n + i], columns);
        }
    }

    /** Lᵀ X = B from the last row up. */
    private static void solveBackward(double[] l, double[] x, int n, int columns) {
        for (int i = n - 1; i >= 0; i--) {
            divide(x, i * columns, l[i * n + i], columns);
            for (int k = 0; k < i; k++) {
                subtractMultiple(x, k * columns, x, i * columns, l[i * n + k], columns);
            }
        }
    }

    private static void subtractMultiple(double[] y, int atY, double[] x, int atX, double factor, int n) {
        for (int i = 0; i < n; i++) {
            y[atY + i] -= factor * x[atX + i];
        }
    }

    private static void divide(double[] x, int at, double divisor, int n) {
        for (int i = 0; i < n; i++) {
            x[at + i] /= divisor;
        }
    }
}
