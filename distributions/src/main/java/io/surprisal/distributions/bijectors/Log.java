package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** y = log x, from the positive numbers to the reals. */
public record Log() implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return x.log();
    }

    @Override
    public Tensor inverse(Tensor y) {
        return y.exp();
    }

    /** {@return −log x} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> x.log().neg());
    }

    /** {@return y} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return y;
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(Direction.INCREASING);
    }
}
