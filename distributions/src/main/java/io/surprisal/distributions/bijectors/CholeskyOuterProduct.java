package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * From lower triangles L with a positive diagonal to L Lᵀ: positive definite matrices, or correlation matrices where the rows of L have length
 * 1. The inverse is the Cholesky factor; it throws an {@link ArithmeticException} where there is none.
 *
 * <p>The determinant is that of the elements of the lower triangle, 2ᵈ Π Lᵢᵢ^(d + 1 − i) with i from 1, or of those below the diagonal, Π
 * Lᵢᵢ^(d − i).
 *
 * @param isCorrelation whether the rows of L have length 1
 */
public record CholeskyOuterProduct(boolean isCorrelation) implements Bijector {
    private static final double LOG_2 = 0.6931471805599453;

    /** {@return the map from Cholesky factors to positive definite matrices} */
    public static CholeskyOuterProduct ofCovariances() {
        return new CholeskyOuterProduct(false);
    }

    /** {@return the map from Cholesky factors of correlation matrices to those matrices} */
    public static CholeskyOuterProduct ofCorrelations() {
        return new CholeskyOuterProduct(true);
    }

    @Override
    public Tensor forward(Tensor x) {
        return Scope.tidy(() -> {
            Tensor lower = x.lowerTriangle();
            return lower.matmul(lower, false, true);
        });
    }

    @Override
    public Tensor inverse(Tensor y) {
        return y.cholesky();
    }

    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> {
            int d = x.shape().dim(-1);
            int first = isCorrelation ? d - 1 : d;
            double[] powers = IntStream.range(0, d).mapToDouble(i -> first - i).toArray();
            Tensor weights = x.backend().of(powers).cast(x.dtype());
            return x.diagonal().log().times(weights).sum(-1).plus(isCorrelation ? 0 : d * LOG_2);
        });
    }

    @Override
    public boolean hasFreeValues() {
        return false;
    }

    @Override
    public boolean hasFreeElements() {
        return true;
    }

    /** {@return sums over the elements of the lower triangle, or of those below the diagonal} */
    @Override
    public Tensor sumOverFree(Tensor ofElements) {
        return TriangularIndex.sum(ofElements, !isCorrelation);
    }

    @Override
    public int domainRank() {
        return 2;
    }
}
