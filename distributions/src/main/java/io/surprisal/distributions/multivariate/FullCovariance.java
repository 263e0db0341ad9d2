package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.constraints.PositiveDefinite;
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
 * Σ itself, and its Cholesky factor L.
 *
 * @param matrix Σ
 * @param factor L
 */
record FullCovariance(Tensor matrix, Tensor factor) implements TriangularCovariance {
    static FullCovariance of(String family, String name, Tensor matrix) {
        Argument given = new Argument(family, name, matrix).requireFloating().requireSquare();
        return Scope.tidy(() -> {
            Tensor doubles = matrix.cast(DType.FLOAT64);
            return new FullCovariance(doubles, factored(given, doubles));
        });
    }

    /** The Cholesky factor, with a refusal that names the parameter. */
    static Tensor factored(Argument given, Tensor doubles) {
        try {
            return doubles.cholesky();
        } catch (ArithmeticException e) {
            given.requireAll(new PositiveDefinite());
            throw new IllegalArgumentException(
                    given.family() + ": " + given.name()
                            + " is positive definite only up to rounding. Add a small multiple of the identity.",
                    e);
        }
    }

    /** By a factor of its own: a backend's may differ in the last bit. */
    @Override
    public Tensor draw(RandomKey key, Shape shape) {
        Tensor z = Draws.normal(key, matrix.backend(), shape, DType.FLOAT64);
        return FixedOrder.times(z, FixedOrder.cholesky(matrix), true);
    }

    @Override
    public Tensor variance() {
        return matrix.diagonal();
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(matrix);
        visitor.accept(factor);
    }
}
