package io.surprisal.tensor.spi;

import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Shape;
import java.util.Arrays;

/** Cholesky factors of the matrices in the last two axes, and solutions with them, on the host in double precision. */
final class HostFactors {
    private HostFactors() {}

    /** Factors, with NaN on and below the diagonal of a matrix that has none. */
    static HostArray cholesky(HostArray a) {
        int n = a.shape().dim(-1);
        double[] x = a.toDoubles();
        double[] result = new double[x.length];
        for (int at = 0; at < x.length; at += n * n) {
            if (!factorise(x, result, at, n)) {
                for (int i = 0; i < n; i++) {
                    Arrays.fill(result, at + i * n, at + i * n + i + 1, Double.NaN);
                }
            }
        }
        return HostArray.fromReals(result, a.shape(), a.dtype());
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

    /** Forward substitution, or backward for the transpose. */
    static HostArray triangularSolve(HostArray lower, HostArray b, boolean transpose, Shape out) {
        int n = out.dim(-2);
        int columns = out.dim(-1);
        Shape batch = out.axes(0, out.rank() - 2);
        int[] matrices = Offsets.broadcast(lower.shape().axes(0, lower.shape().rank() - 2), batch);
        double[] l = lower.toDoubles();
        double[] x = Elements.of(b, out).toArray(out.size());
        for (int matrix = 0; matrix < matrices.length; matrix++) {
            int at = matrix * n * columns;
            int atLower = matrices[matrix] * n * n;
            for (int step = 0; step < n; step++) {
                int i = transpose ? n - 1 - step : step;
                for (int done = 0; done < step; done++) {
                    int k = transpose ? n - 1 - done : done;
                    double factor = l[atLower + (transpose ? k * n + i : i * n + k)];
                    for (int j = 0; j < columns; j++) {
                        x[at + i * columns + j] -= factor * x[at + k * columns + j];
                    }
                }
                double pivot = l[atLower + i * n + i];
                for (int j = 0; j < columns; j++) {
                    x[at + i * columns + j] /= pivot;
                }
            }
        }
        return HostArray.fromReals(x, out, b.dtype());
    }
}
