package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/**
 * Finitely many numbers that are listed: the outcomes of an empirical distribution.
 *
 * @param numbers the numbers, [batch…, how many], for each element of a batch its own
 */
public record OneOf(Tensor numbers) implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(
                () -> numbers.equalTo(x.cast(numbers.dtype()).expandDims(-1)).any(-1));
    }

    @Override
    public String rule() {
        return "one of the " + numbers.shape().dim(-1) + " values";
    }

    /** Nothing: the numbers are discrete. */
    @Override
    public Optional<Bijector> fromReals() {
        return Optional.empty();
    }
}
