package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Ordered;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** Vectors of finite numbers, each greater than the one before it. */
public record Increasing() implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> {
            int length = x.shape().dim(-1);
            Tensor rises = x.slice(-1, 1, length).greater(x.slice(-1, 0, length - 1));
            return x.isFinite().all(-1).and(rises.all(-1));
        });
    }

    @Override
    public String rule() {
        return "a vector of increasing finite numbers";
    }

    @Override
    public int eventRank() {
        return 1;
    }

    @Override
    public Optional<Bijector> fromReals() {
        return Optional.of(new Ordered());
    }
}
