package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** y = log(1 + eˣ), from the reals to the positive numbers: eˣ far below 0, x far above. */
public record Softplus() implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return x.softplus();
    }

    /** {@return y + log(1 − e⁻ʸ), which is log(eʸ − 1) without overflow} */
    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> y.neg().log1mexp().plus(y));
    }

    /** {@return log σ(x)} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> x.neg().softplus().neg());
    }

    /** {@return −log(1 − e⁻ʸ)} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> y.neg().log1mexp().neg());
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(Direction.INCREASING);
    }
}
