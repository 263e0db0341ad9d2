package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * From d(d + 1)/2 real numbers, row by row, to lower triangles with a positive diagonal: L has eˣ on the diagonal and x below.
 *
 * <p>The determinant is that of the triangle's elements, Π Lᵢᵢ.
 */
public record Cholesky() implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return Scope.tidy(() -> {
            TriangularIndex index =
                    TriangularIndex.ofElements("Cholesky", x.shape().dim(-1), true);
            Tensor isDiagonal = index.isDiagonal(x.backend());
            Tensor zero = x.backend().scalar(0, x.dtype());
            return index.filled(
                    Tensor.where(isDiagonal, Tensor.where(isDiagonal, x, zero).exp(), x));
        });
    }

    /** {@return the elements of the lower triangle, of the diagonal their logarithms; NaN where that is negative} */
    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> {
            TriangularIndex index = new TriangularIndex(y.shape().dim(-1), true);
            Tensor elements = index.taken(y);
            Tensor isDiagonal = index.isDiagonal(y.backend());
            Tensor one = y.backend().scalar(1, y.dtype());
            return Tensor.where(
                    isDiagonal, Tensor.where(isDiagonal, elements, one).log(), elements);
        });
    }

    /** {@return Σ log Lᵢᵢ} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> {
            TriangularIndex index =
                    TriangularIndex.ofElements("Cholesky", x.shape().dim(-1), true);
            return Tensor.where(index.isDiagonal(x.backend()), x, x.backend().scalar(0, x.dtype()))
                    .sum(-1);
        });
    }

    /** {@return −Σ log Lᵢᵢ} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> y.diagonal().log().sum(-1).neg());
    }

    @Override
    public boolean hasFreeValues() {
        return false;
    }

    @Override
    public boolean hasFreeElements() {
        return true;
    }

    /** {@return sums over the elements of the lower triangle} */
    @Override
    public Tensor sumOverFree(Tensor ofElements) {
        return TriangularIndex.sum(ofElements, true);
    }

    @Override
    public int domainRank() {
        return 1;
    }

    @Override
    public int imageRank() {
        return 2;
    }
}
