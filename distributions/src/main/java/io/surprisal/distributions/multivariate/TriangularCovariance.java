package io.surprisal.distributions.multivariate;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Σ that is known with its Cholesky factor L. */
sealed interface TriangularCovariance extends Covariance permits FullCovariance, FactorCovariance {
    @Override
    Tensor factor();

    @Override
    default Shape batchShape() {
        return factor().shape().axes(0, factor().rank() - 2);
    }

    @Override
    default int dimension() {
        return factor().shape().dim(-1);
    }

    @Override
    default Tensor whitened(Tensor x) {
        return Covariance.whitened(factor(), x);
    }

    @Override
    default Tensor halfLogDeterminant() {
        return factor().diagonal().log().sum(-1);
    }
}
