package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** y = 1/(1 + e⁻ˣ), from the reals to (0, 1). */
public record Sigmoid() implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return x.sigmoid();
    }

    /** {@return log y − log(1 − y)} */
    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> y.log().minus(y.neg().log1p()));
    }

    /** {@return −softplus(x) − softplus(−x)} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> x.softplus().plus(x.neg().softplus()).neg());
    }

    /** {@return −log y − log(1 − y)} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> y.log().plus(y.neg().log1p()).neg());
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(Direction.INCREASING);
    }
}
