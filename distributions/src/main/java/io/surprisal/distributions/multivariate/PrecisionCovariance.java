package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.RowVectors;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Consumer;

/**
 * Σ⁻¹, the precision, and its Cholesky factor K, so that xᵀΣ⁻¹x = ‖Kᵀx‖² and K⁻ᵀz has the covariance Σ.
 *
 * @param precision Σ⁻¹
 * @param factorOfPrecision K
 */
record PrecisionCovariance(Tensor precision, Tensor factorOfPrecision) implements Covariance {
    static PrecisionCovariance of(String family, Tensor precision) {
        Argument given =
                new Argument(family, "precision", precision).requireFloating().requireSquare();
        return Scope.tidy(() -> {
            Tensor doubles = precision.cast(DType.FLOAT64);
            return new PrecisionCovariance(doubles, FullCovariance.factored(given, doubles));
        });
    }

    @Override
    public Shape batchShape() {
        return precision.shape().axes(0, precision.rank() - 2);
    }

    @Override
    public int dimension() {
        return precision.shape().dim(-1);
    }

    @Override
    public Tensor whitened(Tensor x) {
        return RowVectors.times(x, factorOfPrecision.cast(x.dtype()), false);
    }

    @Override
    public Tensor halfLogDeterminant() {
        return factorOfPrecision.diagonal().log().sum(-1).neg();
    }

    @Override
    public Tensor draw(RandomKey key, Shape shape) {
        Tensor z = Draws.normal(key, precision.backend(), shape, DType.FLOAT64);
        return FixedOrder.times(z, FixedOrder.inverse(FixedOrder.cholesky(precision)), false);
    }

    @Override
    public Tensor variance() {
        return inverse().square().sum(-2);
    }

    @Override
    public Tensor matrix() {
        Tensor inverse = inverse();
        return inverse.matmul(inverse, true, false);
    }

    /** K⁻¹. */
    private Tensor inverse() {
        Tensor identity = precision.backend().eye(dimension(), DType.FLOAT64);
        return factorOfPrecision.triangularSolve(identity, false);
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(precision);
        visitor.accept(factorOfPrecision);
    }
}
