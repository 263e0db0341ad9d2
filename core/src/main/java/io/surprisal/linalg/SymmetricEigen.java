package io.surprisal.linalg;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The eigenvalues and orthonormal eigenvectors of symmetric matrices: A = V diag(λ) Vᵀ. Values ascend; of each vector the component
 * of the largest magnitude (the first of equal ones) is positive. By the symmetric QR algorithm on the host in double precision.
 *
 * @param values λ [batch…, n]
 * @param vectors V [batch…, n, n], one eigenvector in each column
 */
public record SymmetricEigen(Tensor values, Tensor vectors) implements TensorTree {
    /**
     * Decomposes the matrices in the last two axes; only the lower triangle is read.
     *
     * @param a [batch…, n, n], floating and finite
     * @return values and vectors, on a's backend and of its dtype
     * @throws IllegalArgumentException if the last two axes differ
     * @throws UnsupportedOperationException if {@code a} belongs to a gradient call
     * @throws ArithmeticException if an element is not finite, or the iteration does not converge
     */
    public static SymmetricEigen of(Tensor a) {
        HostMatrices matrices = HostMatrices.square(
                "eigh", a, "For log-determinants and solutions use PositiveDefinite, which is differentiable.");
        int n = matrices.rows();
        double[] values = new double[matrices.count() * n];
        double[] vectors = new double[matrices.count() * n * n];
        for (int i = 0; i < matrices.count(); i++) {
            var eigen = DecompositionFactory_DDRM.eig(n, true, true);
            if (!eigen.decompose(symmetric(matrices.matrix(i)))) {
                throw matrices.failed(i);
            }
            int[] ascending = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(
                            k -> eigen.getEigenvalue(k).getReal()))
                    .mapToInt(k -> k)
                    .toArray();
            for (int column = 0; column < n; column++) {
                values[i * n + column] = eigen.getEigenvalue(ascending[column]).getReal();
                DMatrixRMaj vector = eigen.getEigenVector(ascending[column]);
                double sign = Signs.ofColumn(vector, 0);
                for (int row = 0; row < n; row++) {
                    vectors[(i * n + row) * n + column] = sign * vector.get(row, 0);
                }
            }
        }
        return new SymmetricEigen(matrices.result(values, n), matrices.result(vectors, n, n));
    }

    private static DMatrixRMaj symmetric(DMatrixRMaj a) {
        for (int row = 0; row < a.numRows; row++) {
            for (int column = row + 1; column < a.numCols; column++) {
                a.set(row, column, a.get(column, row));
            }
        }
        return a;
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(values);
        visitor.accept(vectors);
    }
}
