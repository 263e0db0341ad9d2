package io.surprisal.tensor.reference;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.spi.Offsets;
import java.util.Arrays;

/** Products of the matrices in the last two axes, in double precision. */
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
