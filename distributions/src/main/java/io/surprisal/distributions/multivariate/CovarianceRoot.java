package io.surprisal.distributions.multivariate;

import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A lower triangular L with L Lᵀ = Σ, in the form in which it costs least. */
sealed interface CovarianceRoot {
    /** What is stored. */
    Tensor parameter();

    Shape batchShape();

    /** L, [batch…, d, d]. */
    Tensor matrix();

    /** The diagonal of L, [batch…, d]. */
    Tensor diagonal();

    /** The diagonal of L Lᵀ, [batch…, d]. */
    Tensor variance();

    /** L z for vectors z […, d]. */
    Tensor times(Tensor z);

    /** L⁻¹ x for vectors x […, d]. */
    Tensor solve(Tensor x);

    CovarianceRoot stopGradient();

    /** A full triangle, with zeros above the diagonal. */
    record Triangle(Tensor parameter) implements CovarianceRoot {
        @Override
        public Shape batchShape() {
            return parameter.shape().axes(0, parameter.rank() - 2);
        }

        @Override
        public Tensor matrix() {
            return parameter;
        }

        @Override
        public Tensor diagonal() {
            return parameter.diagonal();
        }

        @Override
        public Tensor variance() {
            return parameter.square().sum(-1);
        }

        /** One matrix multiplies all vectors as rows of one product. */
        @Override
        public Tensor times(Tensor z) {
            return parameter.rank() == 2
                    ? rows(z).matmul(parameter, false, true).reshape(z.shape())
                    : parameter.matmul(z.expandDims(-1)).squeeze(-1);
        }

        @Override
        public Tensor solve(Tensor x) {
            return parameter.rank() == 2
                    ? parameter
                            .triangularSolve(rows(x).matrixTranspose(), false)
                            .matrixTranspose()
                            .reshape(x.shape())
                    : parameter.triangularSolve(x.expandDims(-1), false).squeeze(-1);
        }

        @Override
        public CovarianceRoot stopGradient() {
            return new Triangle(parameter.stopGradient());
        }

        private static Tensor rows(Tensor vectors) {
            int d = vectors.shape().dim(-1);
            return vectors.reshape(Shape.of(vectors.size() / d, d));
        }
    }

    /** A diagonal, as the vector of standard deviations. */
    record Scales(Tensor parameter) implements CovarianceRoot {
        @Override
        public Shape batchShape() {
            return parameter.shape().axes(0, parameter.rank() - 1);
        }

        @Override
        public Tensor matrix() {
            return parameter.diagonalMatrix();
        }

        @Override
        public Tensor diagonal() {
            return parameter;
        }

        @Override
        public Tensor variance() {
            return parameter.square();
        }

        @Override
        public Tensor times(Tensor z) {
            return z.times(parameter);
        }

        @Override
        public Tensor solve(Tensor x) {
            return x.div(parameter);
        }

        @Override
        public CovarianceRoot stopGradient() {
            return new Scales(parameter.stopGradient());
        }
    }
}
