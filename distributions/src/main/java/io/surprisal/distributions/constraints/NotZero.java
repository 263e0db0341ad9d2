package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** Finite numbers but 0, which no bijection from the reals is onto. */
public record NotZero() implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> x.isFinite().and(x.notEqualTo(0)));
    }

    @Override
    public String rule() {
        return "finite and not 0";
    }

    @Override
    public Optional<Bijector> fromReals() {
        return Optional.empty();
    }
}
