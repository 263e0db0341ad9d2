package io.surprisal.linalg;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/** Solutions of systems of linear equations with general square matrices. */
public final class LinearSystem {
    private LinearSystem() {}

    /**
     * X = A⁻¹B by the QR factors of A: R X = QᵀB. Differentiable in B, to any order, and not in A: {@link PositiveDefinite#solve} is in both.
     *
     * @param a A [batch…, n, n], floating and finite, outside gradient calls
     * @param b B [batch…, n, k] of a's dtype; batch axes broadcast
     * @return X [batch…, n, k]
     * @throws IllegalArgumentException if the shapes do not fit
     * @throws UnsupportedOperationException if {@code a} belongs to a gradient call
     * @throws ArithmeticException if a matrix is singular to working precision; the message names its batch index
     */
    public static Tensor solve(Tensor a, Tensor b) {
        HostMatrices.requireSquare("solve", a);
        HostMatrices.requireConstant(
                "solve",
                a,
                "A solution is differentiable in b alone; where a is positive definite use PositiveDefinite, which is in both.");
        return Scope.tidy(() -> {
            QrFactors factors = QrFactors.of(a);
            requireRegular(a, factors.r());
            // Rᵀ is a lower triangle, whose transposed system is R X = QᵀB.
            return factors.r().matrixTranspose().triangularSolve(factors.q().matmul(b, true, false), true);
        });
    }

    /** The diagonal of R shows a column that depends on those before it. */
    private static void requireRegular(Tensor a, Tensor r) {
        int n = a.shape().dim(-1);
        double[] diagonals = r.diagonal().toDoubles();
        double precision = a.dtype() == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
        for (int i = 0; i < diagonals.length / n; i++) {
            double largest = 0;
            double smallest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(diagonals[i * n + j]));
                smallest = Math.min(smallest, Math.abs(diagonals[i * n + j]));
            }
            if (!(smallest > n * precision * largest)) {
                throw new ArithmeticException("solve: " + HostMatrices.where(a, i) + " (" + n + " × " + n
                        + ") is singular to working precision. Use SingularValues for a least-squares solution.");
            }
        }
    }
}
