package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.CorrelationCholesky;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/**
 * Cholesky factors of correlation matrices: lower triangles, with zeros above, a positive diagonal, and rows of length 1 up to 10⁻⁵ in FLOAT32
 * and 10⁻⁹ in FLOAT64.
 */
public record CorrelationFactor() implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> {
            Tensor isLower = x.equalTo(x.lowerTriangle()).all(-1, -2);
            Tensor isUnit = new UnitVector().holds(x).all(-1);
            return isLower.and(isUnit).and(x.diagonal().greater(0).all(-1));
        });
    }

    @Override
    public String rule() {
        return "a lower triangle with a positive diagonal and rows of length 1";
    }

    @Override
    public int eventRank() {
        return 2;
    }

    /** From d(d − 1)/2 real numbers. */
    @Override
    public Optional<Bijector> fromReals() {
        return Optional.of(new CorrelationCholesky());
    }
}
