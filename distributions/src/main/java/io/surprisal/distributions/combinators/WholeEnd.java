package io.surprisal.distributions.combinators;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/**
 * An end of a range of whole numbers: one of them, or infinite.
 *
 * @param least what it is not less than
 */
record WholeEnd(Tensor least) implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> x.floor().equalTo(x).and(x.greaterEqual(least)));
    }

    @Override
    public String rule() {
        return "a whole number or infinite, and not below the other end";
    }

    @Override
    public Optional<Bijector> fromReals() {
        return Optional.empty();
    }
}
