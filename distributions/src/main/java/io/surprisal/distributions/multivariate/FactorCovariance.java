package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Consumer;

/**
 * Σ = L Lᵀ by the lower triangle L, with a positive diagonal.
 *
 * @param factor L, with zeros above the diagonal
 */
record FactorCovariance(Tensor factor) implements TriangularCovariance {
    static FactorCovariance of(String family, Tensor factor) {
        new Argument(family, "factor", factor).requireFloating().requireSquare();
        return Scope.tidy(() -> new FactorCovariance(factor.cast(DType.FLOAT64).lowerTriangle()));
    }

    @Override
    public Tensor draw(RandomKey key, Shape shape) {
        return FixedOrder.times(Draws.normal(key, factor.backend(), shape, DType.FLOAT64), factor, true);
    }

    @Override
    public Tensor variance() {
        return factor.square().sum(-1);
    }

    @Override
    public Tensor matrix() {
        return factor.matmul(factor, false, true);
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(factor);
    }
}
