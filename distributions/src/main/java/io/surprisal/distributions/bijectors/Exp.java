package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** y = eˣ, from the reals to the positive numbers. */
public record Exp() implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return x.exp();
    }

    @Override
    public Tensor inverse(Tensor y) {
        return y.log();
    }

    /** {@return x} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return x;
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(Direction.INCREASING);
    }

    /** {@return −log y} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> y.log().neg());
    }
}
