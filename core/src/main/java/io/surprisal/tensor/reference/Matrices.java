package io.surprisal.tensor.reference;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;
import java.util.Arrays;

/** Products, factors and solutions of the matrices in the last two axes, in double precision. */
final class Matrices {
    private Matrices() {}

    static ReferenceArray matmul(
            ReferenceArray a, ReferenceArray b, boolean transposeA, boolean transposeB, Shape out) {
        ReferenceArray left = transposeA ? transposed(a) : a;
        ReferenceArray right = transposeB ? transposed(b) : b;
        int m = out.dim(-2);
        int k = left.shape().dim(-1);
        int n = out.dim(-1);
        int[] atLeft = matrices(left.shape(), out);
        int[] atRight = matrices(right.shape(), out);
        double[] x = left.reals();
        double[] y = right.reals();
        double[] result = new double[out.size()];
        for (int batch = 0; batch < atLeft.length; batch++) {
            multiply(x, atLeft[batch] * m * k, y, atRight[batch] * k * n, result, batch * m * n, m, k, n);
        }
        return ReferenceArray.ofReals(result, out, a.dtype());
    }

    /** The middle index in the middle loop: both inner accesses run along rows, which the cache likes. */
    private static void multiply(
            double[] x, int atX, double[] y, int atY, double[] result, int at, int m, int k, int n) {
        for (int i = 0; i < m; i++) {
            int row = at + i * n;
            for (int p = 0; p < k; p++) {
                double factor = x[atX + i * k + p];
                int other = atY + p * n;
                for (int j = 0; j < n; j++) {
                    result[row + j] += factor * y[other + j];
                }
            }
        }
    }

    static ReferenceArray cholesky(ReferenceArray a) {
        int n = a.shape().dim(-1);
        double[] x = a.reals();
        double[] result = new double[x.length];
        for (int at = 0; at < x.length; at += n * n) {
            if (!factorise(x, result, at, n)) {
                for (int i = 0; i < n; i++) {
                    Arrays.fill(result, at + i * n, at + i * n + i + 1, Double.NaN);
                }
            }
        }
        return ReferenceArray.ofReals(result, a.shape(), a.dtype());
    }

    /** L, row by row; false where a pivot is not a positive number. */
    private static boolean factorise(double[] x, double[] l, int at, int n) {
        for (int i = 0; i < n; i++) {
            int row = at + i * n;
            for (int j = 0; j <= i; j++) {
                int other = at + j * n;
                double rest = x[row + j];
                for (int p = 0; p < j; p++) {
                    rest -= l[row + p] * l[other + p];
                }
                if (j < i) {
                    l[row + j] = rest / l[other + j];
                } else if (rest > 0 && rest < Double.POSITIVE_INFINITY) {
                    l[row + i] = Math.sqrt(rest);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    static ReferenceArray triangularSolve(ReferenceArray lower, ReferenceArray b, boolean transpose, Shape out) {
        int n = out.dim(-2);
        int columns = out.dim(-1);
        int[] atLower = matrices(lower.shape(), out);
        double[] l = lower.reals();
        double[] result = Moving.broadcastTo(b, out).reals().clone();
        for (int batch = 0; batch < atLower.length; batch++) {
            int at = batch * n * columns;
            for (int step = 0; step < n; step++) {
                int i = transpose ? n - 1 - step : step;
                for (int done = 0; done < step; done++) {
                    int k = transpose ? n - 1 - done : done;
                    double factor = l[atLower[batch] * n * n + (transpose ? k * n + i : i * n + k)];
                    for (int j = 0; j < columns; j++) {
                        result[at + i * columns + j] -= factor * result[at + k * columns + j];
                    }
                }
                double pivot = l[atLower[batch] * n * n + i * n + i];
                for (int j = 0; j < columns; j++) {
                    result[at + i * columns + j] /= pivot;
                }
            }
        }
        return ReferenceArray.ofReals(result, out, b.dtype());
    }

    /** For each matrix of {@code out}, the number of the matrix of {@code from} that broadcasts to it. */
    private static int[] matrices(Shape from, Shape out) {
        return Offsets.broadcast(from.axes(0, from.rank() - 2), out.axes(0, out.rank() - 2));
    }

    private static ReferenceArray transposed(ReferenceArray a) {
        Shape shape = a.shape();
        int rank = shape.rank();
        int[] permutation = new int[rank];
        Arrays.setAll(permutation, i -> i);
        permutation[rank - 2] = rank - 1;
        permutation[rank - 1] = rank - 2;
        Shape out = shape.with(-2, shape.dim(-1)).with(-1, shape.dim(-2));
        return Moving.transpose(a, permutation, out);
    }
}
