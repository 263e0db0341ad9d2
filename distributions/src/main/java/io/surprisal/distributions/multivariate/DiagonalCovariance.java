package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.family.Argument;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Consumer;

/**
 * A diagonal, by the standard deviations: no matrix is formed.
 *
 * @param scale σ, [batch…, d]
 */
record DiagonalCovariance(Tensor scale) implements Covariance {
    static DiagonalCovariance of(String family, Tensor scale) {
        new Argument(family, "scale", scale).requireFloating().requireVector("elements");
        return new DiagonalCovariance(scale.cast(DType.FLOAT64));
    }

    @Override
    public Shape batchShape() {
        return scale.shape().axes(0, scale.rank() - 1);
    }

    @Override
    public int dimension() {
        return scale.shape().dim(-1);
    }

    @Override
    public Tensor whitened(Tensor x) {
        return x.div(scale.cast(x.dtype()));
    }

    @Override
    public Tensor halfLogDeterminant() {
        return scale.log().sum(-1);
    }

    @Override
    public Tensor draw(RandomKey key, Shape shape) {
        return Draws.normal(key, scale.backend(), shape, DType.FLOAT64).times(scale);
    }

    @Override
    public Tensor variance() {
        return scale.square();
    }

    @Override
    public Tensor matrix() {
        return scale.square().diagonalMatrix();
    }

    @Override
    public Tensor factor() {
        return scale.diagonalMatrix();
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(scale);
    }
}
