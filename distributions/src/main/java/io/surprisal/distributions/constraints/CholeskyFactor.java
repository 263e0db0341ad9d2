package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Cholesky;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** Lower triangles with a positive diagonal, the Cholesky factors of positive definite matrices; what stands above the diagonal is not read. */
public record CholeskyFactor() implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> Interval.POSITIVE
                .holds(x.diagonal())
                .all(-1)
                .and(x.lowerTriangle().isFinite().all(-1, -2)));
    }

    @Override
    public String rule() {
        return "a finite lower triangle with a positive diagonal";
    }

    @Override
    public String refusal(String name, Shape shape, int position, double[] value) {
        int d = shape.dim(-1);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double element = value[i * d + j];
                Interval domain = i == j ? Interval.POSITIVE : Interval.REAL;
                if (!domain.admits(element)) {
                    return (i == j ? "the diagonal of " : "") + name + " must be " + domain.rule(element) + ", but "
                            + name + shape.placeOf(position + i * d + j) + " = " + element + ".";
                }
            }
        }
        return Constraint.super.refusal(name, shape, position, value);
    }

    @Override
    public int eventRank() {
        return 2;
    }

    /** From d(d + 1)/2 real numbers. */
    @Override
    public Optional<Bijector> fromReals() {
        return Optional.of(new Cholesky());
    }
}
