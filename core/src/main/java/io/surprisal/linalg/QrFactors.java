package io.surprisal.linalg;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * A = Q R with orthonormal columns in Q and an upper triangle R whose diagonal is not negative, which makes the factors of a matrix
 * of full rank unique. For A [batch…, m, n] with k = min(m, n), by Householder reflections on the host in double precision.
 *
 * @param q Q [batch…, m, k]
 * @param r R [batch…, k, n]
 */
public record QrFactors(Tensor q, Tensor r) implements TensorTree {
    /**
     * Factors the matrices in the last two axes.
     *
     * @param a floating and finite
     * @return the factors, on a's backend and of its dtype
     * @throws IllegalArgumentException if {@code a} is not made of floating matrices
     * @throws UnsupportedOperationException if {@code a} belongs to a gradient call
     * @throws ArithmeticException if an element is not finite
     */
    public static QrFactors of(Tensor a) {
        HostMatrices matrices =
                HostMatrices.of("qr", a, "For positive definite matrices use cholesky(), which is differentiable.");
        int m = matrices.rows();
        int n = matrices.columns();
        int k = Math.min(m, n);
        double[] q = new double[matrices.count() * m * k];
        double[] r = new double[matrices.count() * k * n];
        for (int i = 0; i < matrices.count(); i++) {
            var factors = DecompositionFactory_DDRM.qr(m, n);
            if (!factors.decompose(matrices.matrix(i))) {
                throw matrices.failed(i);
            }
            DMatrixRMaj left = factors.getQ(null, true);
            DMatrixRMaj right = factors.getR(null, true);
            for (int j = 0; j < k; j++) {
                boolean flipped = right.get(j, j) < 0;
                for (int row = 0; row < m; row++) {
                    q[(i * m + row) * k + j] = flipped ? -left.get(row, j) : left.get(row, j);
                }
                for (int column = j; column < n; column++) {
                    r[(i * k + j) * n + column] = flipped ? -right.get(j, column) : right.get(j, column);
                }
            }
        }
        return new QrFactors(matrices.result(q, m, k), matrices.result(r, k, n));
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(q);
        visitor.accept(r);
    }
}
