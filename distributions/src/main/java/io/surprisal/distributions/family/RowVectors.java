package io.surprisal.distributions.family;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Products of matrices with the vectors of a batch, as rows: a matrix is never repeated for the vectors that share it. */
public final class RowVectors {
    private RowVectors() {}

    /**
     * {@return xᵀM for each vector, or xᵀMᵀ; one product for each matrix}
     *
     * @param x vectors, [batch…, d]
     * @param matrix M, [batch…, d, m], or [batch…, m, d] if it is read transposed; the batches broadcast
     * @param transpose whether M is read transposed
     */
    public static Tensor times(Tensor x, Tensor matrix, boolean transpose) {
        int axes = sharingAxes(x, matrix);
        if (axes == 0) {
            return x.expandDims(-2).matmul(matrix, false, transpose).squeeze(-2);
        }
        Shape lead = x.shape().axes(0, axes);
        Shape rest = x.shape().axes(axes, x.rank());
        Tensor rows = x.reshape(Shape.of(lead.size()).then(rest));
        // [vectors, batch…, d] to [batch…, vectors, d] and back.
        Tensor together = moved(rows, 0, -2);
        Tensor product = moved(together.matmul(matrix, false, transpose), -2, 0);
        return product.reshape(lead.then(product.shape().axes(1, product.rank())));
    }

    /**
     * {@return how many vectors each matrix multiplies}
     *
     * @param x vectors, [batch…, d]
     * @param matrix matrices, [batch…, d, m]
     */
    public static int vectorsPerMatrix(Tensor x, Tensor matrix) {
        return x.shape().axes(0, sharingAxes(x, matrix)).size();
    }

    private static int sharingAxes(Tensor x, Tensor matrix) {
        return Math.max(0, x.rank() - 1 - (matrix.rank() - 2));
    }

    private static Tensor moved(Tensor x, int from, int to) {
        int rank = x.rank();
        int source = from < 0 ? rank + from : from;
        int target = to < 0 ? rank + to : to;
        if (source == target) {
            return x;
        }
        int[] axes = new int[rank];
        int next = 0;
        for (int place = 0; place < rank; place++) {
            if (place == target) {
                axes[place] = source;
            } else {
                next = next == source ? next + 1 : next;
                axes[place] = next++;
            }
        }
        return x.transpose(axes);
    }
}
