package io.surprisal.examples.custombackend;

import io.surprisal.tensor.Shape;
import java.util.Arrays;

/** Products, factors and solutions of the matrices in the last two axes. */
final class Matrices {
    private Matrices() {}

    static Strided multiply(Strided a, Strided b, boolean transposeA, boolean transposeB, Shape out) {
        int m = out.dim(-2);
        int n = out.dim(-1);
        int k = a.shape.dim(transposeA ? -2 : -1);
        double[] x = repeated(a, transposeA, out, m, k);
        double[] y = repeated(b, transposeB, out, k, n);
        double[] result = new double[out.size()];
        for (int row = 0; row < result.length / n; row++) {
            int matrix = row / m * k * n;
            for (int p = 0; p < k; p++) {
                for (int j = 0; j < n; j++) {
                    result[row * n + j] += x[row * k + p] * y[matrix + p * n + j];
                }
            }
        }
        return Strided.ofReals(result, out, a.dtype);
    }

    static Strided cholesky(Strided a) {
        int n = a.shape.dim(-1);
        double[] x = a.reals();
        double[] l = new double[x.length];
        for (int row = 0; row < x.length; row += n) {
            int i = row / n % n;
            int matrix = row - i * n;
            for (int j = 0; j <= i; j++) {
                double rest = x[row + j];
                for (int p = 0; p < j; p++) {
                    rest -= l[row + p] * l[matrix + j * n + p];
                }
                boolean positive = rest > 0 && rest < Double.POSITIVE_INFINITY;
                l[row + j] = j < i ? rest / l[matrix + j * n + j] : positive ? Math.sqrt(rest) : Double.NaN;
            }
        }
        return Strided.ofReals(l, a.shape, a.dtype);
    }

    /** Forward substitution, or backward for the transpose: the unknowns in the order in which they can be found. */
    static Strided solve(Strided lower, Strided b, boolean transpose, Shape out) {
        int n = out.dim(-2);
        int columns = out.dim(-1);
        double[] l = repeated(lower, transpose, out, n, n);
        double[] x = b.broadcast(out).reals();
        for (int at = 0; at < x.length; at += n * columns) {
            int matrix = at / columns * n;
            for (int step = 0; step < n * columns; step++) {
                int i = transpose ? n - 1 - step / columns : step / columns;
                int unknown = at + i * columns + step % columns;
                for (int p = transpose ? i + 1 : 0; p < (transpose ? n : i); p++) {
                    x[unknown] -= l[matrix + i * n + p] * x[at + p * columns + step % columns];
                }
                x[unknown] /= l[matrix + i * n + i];
            }
        }
        return Strided.ofReals(x, out, b.dtype);
    }

    /** One matrix, transposed if asked, for each matrix of the result. */
    private static double[] repeated(Strided a, boolean transpose, Shape out, int rows, int columns) {
        int rank = a.shape.rank();
        int[] axes = new int[rank];
        Arrays.setAll(axes, i -> i < rank - 2 || !transpose ? i : 2 * rank - 3 - i);
        return a.transpose(axes).broadcast(out.with(-2, rows).with(-1, columns)).reals();
    }
}
