package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Tensor;
import java.util.Optional;

/** y = x. */
public record Identity() implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return x;
    }

    @Override
    public Tensor inverse(Tensor y) {
        return y;
    }

    @Override
    public Tensor logDeterminant(Tensor x) {
        return x.backend().zeros(x.shape(), x.dtype());
    }

    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return logDeterminant(y);
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(Direction.INCREASING);
    }
}
