package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Affine;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Direction;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** From (0, 1), or from the positive numbers where there is one end, onto an interval, whose ends take the dtype of what is mapped. */
record ToInterval(Interval interval) implements Bijector {
    private Affine affine(Tensor x) {
        Tensor one = x.backend().scalar(1, x.dtype());
        if (interval.hasLow() && interval.hasHigh()) {
            return Affine.unchecked(interval.low(x), interval.high(x).minus(interval.low(x)));
        }
        return interval.hasLow()
                ? Affine.unchecked(interval.low(x), one)
                : Affine.unchecked(interval.high(x), one.neg());
    }

    @Override
    public Tensor forward(Tensor x) {
        return Scope.tidy(() -> affine(x).forward(x));
    }

    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> affine(y).inverse(y));
    }

    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> affine(x).logDeterminant(x));
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(interval.hasLow() ? Direction.INCREASING : Direction.DECREASING);
    }
}
