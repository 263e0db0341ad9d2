package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** y = sinh x, from the reals to themselves. */
record HyperbolicSine() implements Bijector {
    private static final double LOG_2 = 0.6931471805599453;

    @Override
    public Tensor forward(Tensor x) {
        return x.sinh();
    }

    @Override
    public Tensor inverse(Tensor y) {
        return y.asinh();
    }

    /** log cosh x, without overflow. */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> x.times(2).softplus().minus(x).minus(LOG_2));
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(Direction.INCREASING);
    }
}
