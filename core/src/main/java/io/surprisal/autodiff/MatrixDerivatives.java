package io.surprisal.autodiff;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * Derivative rules of products, factors and triangular solutions. Source: M. Giles, "Collected matrix derivative results for
 * forward and reverse mode algorithmic differentiation" (2008); I. Murray, "Differentiation of the Cholesky decomposition" (2016).
 */
final class MatrixDerivatives {
    private MatrixDerivatives() {}

    /** Y = op(A)·op(B): Ā = Ḡ·op(B)ᵀ and B̄ = op(A)ᵀ·Ḡ, each transposed where its operand is. */
    static void matmul(Tensor g, Tensor a, Tensor b, boolean transposeA, boolean transposeB, Pullback.Operands to) {
        to.give(0, () -> unbatched(transposeA ? b.matmul(g, transposeB, true) : g.matmul(b, false, !transposeB), a));
        to.give(1, () -> unbatched(transposeB ? g.matmul(a, true, transposeA) : a.matmul(g, !transposeA, false), b));
    }

    /**
     * Murray (2016), equation 9: S = L⁻ᵀ Φ(Lᵀ L̄) L⁻¹ with Φ halving the diagonal and clearing above it. Only the lower triangle of A
     * is read, so its strictly lower part carries both halves: Ā = tril(S + Sᵀ) with the diagonal of S.
     */
    static Tensor cholesky(Tensor g, Tensor factor) {
        int n = factor.shape().dim(-1);
        Tensor half = g.backend().eye(n, g.dtype()).times(-0.5).plus(1);
        Tensor phi =
                factor.matmul(g.lowerTriangle(), true, false).lowerTriangle().times(half);
        Tensor left = factor.triangularSolve(phi, true);
        Tensor s = factor.triangularSolve(left.matrixTranspose(), true).matrixTranspose();
        return s.plus(s.matrixTranspose()).times(half).lowerTriangle();
    }

    /** L X = B: B̄ = L⁻ᵀ X̄ and L̄ = −tril(B̄ Xᵀ); Lᵀ X = B: B̄ = L⁻¹ X̄ and L̄ = −tril(X B̄ᵀ). */
    static void triangularSolve(Tensor g, Tensor lower, Tensor b, Tensor x, boolean transpose, Pullback.Operands to) {
        Tensor right = lower.triangularSolve(g, !transpose);
        to.give(0, () -> {
            Tensor product = transpose ? x.matmul(right, false, true) : right.matmul(x, false, true);
            return unbatched(product.lowerTriangle().neg(), lower);
        });
        to.give(1, () -> unbatched(right, b));
    }

    /** Sums over leading axes along which the operand was repeated. */
    private static Tensor unbatched(Tensor cotangent, Tensor operand) {
        Shape wanted = operand.shape();
        return Broadcasts.sumTo(cotangent, wanted);
    }
}
