package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.CholeskyOuterProduct;
import io.surprisal.distributions.bijectors.CorrelationCholesky;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** Positive definite matrices with ones on the diagonal, up to 10⁻⁵ in FLOAT32 and 10⁻⁹ in FLOAT64. */
public record CorrelationMatrix() implements Constraint {
    private static final double TOLERANCE_OF_FLOAT32 = 1e-5;

    private static final double TOLERANCE_OF_FLOAT64 = 1e-9;

    @Override
    public Tensor holds(Tensor x) {
        double tolerance = x.dtype() == DType.FLOAT32 ? TOLERANCE_OF_FLOAT32 : TOLERANCE_OF_FLOAT64;
        return Scope.tidy(
                () -> x.diagonal().minus(1).abs().lessEqual(tolerance).all(-1).and(new PositiveDefinite().holds(x)));
    }

    @Override
    public String rule() {
        return "a positive definite matrix with ones on the diagonal";
    }

    @Override
    public int eventRank() {
        return 2;
    }

    /** From d(d − 1)/2 real numbers, by the Cholesky factor. */
    @Override
    public Optional<Bijector> fromReals() {
        return Optional.of(new CorrelationCholesky().then(CholeskyOuterProduct.ofCorrelations()));
    }
}
