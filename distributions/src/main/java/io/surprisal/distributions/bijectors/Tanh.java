package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/**
 * y = tanh x, from the reals to (−1, 1). Beyond |x| = 19 the result rounds to ±1 in double precision, beyond 9 in single, and has no
 * inverse any more; the determinant keeps its digits.
 */
public record Tanh() implements Bijector {
    /** 2 log 2. */
    private static final double TWO_LOG_TWO = 1.3862943611198906188;

    @Override
    public Tensor forward(Tensor x) {
        return x.tanh();
    }

    @Override
    public Tensor inverse(Tensor y) {
        return y.atanh();
    }

    /** {@return log(1 − tanh² x) = 2 log 2 − softplus(2x) − softplus(−2x)} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> {
            Tensor twice = x.times(2);
            return twice.softplus().plus(twice.neg().softplus()).neg().plus(TWO_LOG_TWO);
        });
    }

    /** {@return −log(1 + y) − log(1 − y)} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> y.log1p().plus(y.neg().log1p()).neg());
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(Direction.INCREASING);
    }
}
