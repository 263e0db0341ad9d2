package io.surprisal.distributions.family;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/** Checks of parameters that are matrices in their last two axes. */
public final class MatrixChecks {
    /** Rounding of a product A Aᵀ whose two triangles were summed in different orders. */
    private static final double TOLERANCE_OF_FLOAT32 = 1e-4;

    private static final double TOLERANCE_OF_FLOAT64 = 1e-8;

    private MatrixChecks() {}

    /**
     * Checks that the last two axes are those of square matrices.
     *
     * @param parameter matrices
     * @throws IllegalArgumentException if they are not
     */
    public static void requireSquare(Argument parameter) {
        parameter.requireFloating();
        Tensor x = parameter.tensor();
        if (x.rank() < 2 || x.shape().dim(-1) != x.shape().dim(-2)) {
            throw new IllegalArgumentException(parameter.family() + ": " + parameter.name()
                    + " must be square matrices in its last two axes, but has shape " + x.shape()
                    + ". For independent elements use fromScales.");
        }
    }

    /**
     * Checks that |A − Aᵀ| is small beside the largest element; skipped inside a gradient call. NaN passes, and has no Cholesky factor.
     *
     * @param parameter matrices
     * @throws IllegalArgumentException if one is not symmetric
     */
    public static void requireSymmetric(Argument parameter) {
        requireSquare(parameter);
        Tensor x = parameter.tensor();
        if (x.shape().isEmpty() || parameter.isTraced()) {
            return;
        }
        double tolerance = x.dtype() == DType.FLOAT32 ? TOLERANCE_OF_FLOAT32 : TOLERANCE_OF_FLOAT64;
        double[] excess = new double[1];
        Scope.run(() -> {
            Tensor distance = x.minus(x.matrixTranspose()).abs().max(-1, -2);
            excess[0] =
                    distance.minus(x.abs().max(-1, -2).times(tolerance)).max().item();
        });
        if (excess[0] > 0) {
            throw new IllegalArgumentException(parameter.family() + ": " + parameter.name()
                    + " must be symmetric, but differs from its transpose by up to " + excess[0]
                    + " more than rounding explains. Use ½(Σ + Σᵀ).");
        }
    }
}
