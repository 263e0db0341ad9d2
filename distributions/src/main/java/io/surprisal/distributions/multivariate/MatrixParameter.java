package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * A positive definite matrix that was given itself or by its lower Cholesky factor, FLOAT64 where it is computed with.
 *
 * @param given the name of the parameter and its values
 * @param isFactor whether they are the factor's
 */
record MatrixParameter(Argument given, boolean isFactor) {
    MatrixParameter(Family<?> family, int place, Tensor values, boolean isFactor) {
        this(new Argument(family.name(), family.parameters().get(place).name(), values).requireSquare(), isFactor);
    }

    /** The event shape of matrices like those of a parameter. */
    static Shape lastAxes(Family<?> family, Tensor matrices) {
        int rank = matrices.rank();
        if (rank < 2) {
            throw new IllegalArgumentException(family.name() + ": "
                    + family.parameters().get(0).name() + " needs an axis of rows and one of columns, but has shape "
                    + matrices.shape() + ". Reshape it to [batch…, rows, columns].");
        }
        return matrices.shape().axes(rank - 2, rank);
    }

    private Tensor values() {
        return given.tensor();
    }

    int dimension() {
        return values().shape().dim(-1);
    }

    Tensor matrix() {
        Tensor lower = factorIfGiven();
        return isFactor ? lower.matmul(lower, false, true) : values();
    }

    /** The matrix's diagonal. */
    Tensor diagonal() {
        return isFactor ? factorIfGiven().square().sum(-1) : values().diagonal();
    }

    Tensor factor() {
        return isFactor ? factorIfGiven() : FullCovariance.factored(given, values());
    }

    /** For draws. */
    Tensor factorInFixedOrder() {
        return isFactor ? factorIfGiven() : FixedOrder.cholesky(values());
    }

    private Tensor factorIfGiven() {
        return isFactor ? values().lowerTriangle() : values();
    }
}
