package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/**
 * Vectors of counts with a given sum.
 *
 * @param total the sums, which broadcast with the batch of vectors
 */
public record Counts(Tensor total) implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> Interval.COUNT.holds(x).all(-1).and(x.sum(-1).equalTo(total.cast(x.dtype()))));
    }

    @Override
    public String rule() {
        return "a vector of counts with the sum " + (total.size() == 1 ? Double.toString(total.item()) : "total");
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public int eventRank() {
        return 1;
    }

    /** Nothing: counts are discrete. */
    @Override
    public Optional<Bijector> fromReals() {
        return Optional.empty();
    }
}
