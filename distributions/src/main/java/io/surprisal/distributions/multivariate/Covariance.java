package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.family.RowVectors;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;

/**
 * A positive definite matrix Σ of d rows, in the form in which it was given and in which its operations cost least. All that is derived from
 * the parameters is FLOAT64.
 */
sealed interface Covariance extends TensorTree
        permits TriangularCovariance, PrecisionCovariance, DiagonalCovariance, LowRankCovariance {
    Shape batchShape();

    int dimension();

    /** For vectors x […, d] vectors z […, m] with ‖z‖² = xᵀΣ⁻¹x, where m is d or more; of x's dtype, or FLOAT64. */
    Tensor whitened(Tensor x);

    /** ½ log |Σ|, [batch…]. */
    Tensor halfLogDeterminant();

    /** Normal vectors with mean 0 and this covariance, of a shape that ends in d. */
    Tensor draw(RandomKey key, Shape shape);

    /** The diagonal of Σ, [batch…, d]. */
    Tensor variance();

    /** Σ, [batch…, d, d]. */
    Tensor matrix();

    /** The lower triangle L with L Lᵀ = Σ, [batch…, d, d]. */
    default Tensor factor() {
        return matrix().cholesky();
    }

    /** L⁻¹x: by the inverse, which costs d³ once and is then one product, where each matrix has many vectors, by substitution otherwise. */
    static Tensor whitened(Tensor lower, Tensor x) {
        int d = lower.shape().dim(-1);
        if (RowVectors.vectorsPerMatrix(x, lower) < d) {
            return lower.triangularSolve(x.cast(DType.FLOAT64).expandDims(-1), false)
                    .squeeze(-1);
        }
        Tensor inverse = lower.triangularSolve(lower.backend().eye(d, DType.FLOAT64), false);
        return RowVectors.times(x, inverse.cast(x.dtype()), true);
    }
}
