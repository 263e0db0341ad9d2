package io.surprisal.linalg;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * Symmetric positive definite matrices A by their lower Cholesky factors, A = L Lᵀ, factored once for all that is asked of them.
 * Everything is made of tensor operations: differentiable to any order, batched over leading axes, on any backend.
 *
 * <pre>{@code
 * PositiveDefinite covariance = PositiveDefinite.of(sigma);
 * Tensor mahalanobis = d.times(covariance.solve(d)).sum(-2);
 * Tensor logDeterminant = covariance.logDeterminant();
 * }</pre>
 *
 * @param factor L [batch…, n, n]; only its lower triangle is read
 */
public record PositiveDefinite(Tensor factor) implements TensorTree {
    /**
     * Factors the matrices in the last two axes; only the lower triangle is read. The derivative is that for a symmetric matrix.
     *
     * @param matrix A [batch…, n, n], floating
     * @return the factored matrices
     * @throws IllegalArgumentException if the last two axes differ
     * @throws ArithmeticException if a matrix is not positive definite; the message names its batch index
     */
    public static PositiveDefinite of(Tensor matrix) {
        return new PositiveDefinite(matrix.cholesky());
    }

    /**
     * X = A⁻¹B.
     *
     * @param b B [batch…, n, k]; batch axes broadcast
     * @return X [batch…, n, k]
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public Tensor solve(Tensor b) {
        return Scope.tidy(() -> factor.triangularSolve(factor.triangularSolve(b, false), true));
    }

    /** {@return log det A = 2 Σ log Lᵢᵢ, of the batch's shape} */
    public Tensor logDeterminant() {
        return Scope.tidy(() -> factor.diagonal().log().sum(-1).times(2));
    }

    /** {@return A⁻¹ [batch…, n, n]; to multiply with it, {@link #solve} is more accurate and faster} */
    public Tensor inverse() {
        return Scope.tidy(() -> {
            Tensor identity = factor.backend().eye(factor.shape().dim(-1), factor.dtype());
            return solve(identity);
        });
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(factor);
    }
}
