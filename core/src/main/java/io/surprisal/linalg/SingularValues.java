package io.surprisal.linalg;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The thin singular value decomposition A = U diag(σ) Vᵀ of matrices A [batch…, m, n], with k = min(m, n). Values descend and are
 * not negative; of each column of V the component of the largest magnitude (the first of equal ones) is positive. By the implicit QR
 * algorithm on the host in double precision.
 *
 * @param u U [batch…, m, k], with orthonormal columns
 * @param values σ [batch…, k]
 * @param v V [batch…, n, k], with orthonormal columns
 */
public record SingularValues(Tensor u, Tensor values, Tensor v) implements TensorTree {
    /**
     * Decomposes the matrices in the last two axes.
     *
     * @param a [batch…, m, n], floating and finite
     * @return vectors and values, on a's backend and of its dtype
     * @throws IllegalArgumentException if {@code a} is not made of floating matrices
     * @throws UnsupportedOperationException if {@code a} belongs to a gradient call
     * @throws ArithmeticException if an element is not finite, or the iteration does not converge
     */
    public static SingularValues of(Tensor a) {
        HostMatrices matrices = HostMatrices.of(
                "svd",
                a,
                "For solutions with positive definite matrices use PositiveDefinite, which is differentiable.");
        int m = matrices.rows();
        int n = matrices.columns();
        int k = Math.min(m, n);
        double[] u = new double[matrices.count() * m * k];
        double[] values = new double[matrices.count() * k];
        double[] v = new double[matrices.count() * n * k];
        for (int i = 0; i < matrices.count(); i++) {
            var factors = DecompositionFactory_DDRM.svd(m, n, true, true, true);
            if (!factors.decompose(matrices.matrix(i))) {
                throw matrices.failed(i);
            }
            double[] found = factors.getSingularValues();
            int[] descending = IntStream.range(0, k)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> -found[j]))
                    .mapToInt(j -> j)
                    .toArray();
            DMatrixRMaj left = factors.getU(null, false);
            DMatrixRMaj right = factors.getV(null, false);
            for (int column = 0; column < k; column++) {
                int from = descending[column];
                values[i * k + column] = found[from];
                double sign = Signs.ofColumn(right, from);
                copyColumn(left, from, sign, u, i * m * k + column, k);
                copyColumn(right, from, sign, v, i * n * k + column, k);
            }
        }
        return new SingularValues(matrices.result(u, m, k), matrices.result(values, k), matrices.result(v, n, k));
    }

    private static void copyColumn(DMatrixRMaj from, int column, double sign, double[] to, int first, int stride) {
        for (int row = 0; row < from.numRows; row++) {
            to[first + row * stride] = sign * from.get(row, column);
        }
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(u);
        visitor.accept(values);
        visitor.accept(v);
    }
}
