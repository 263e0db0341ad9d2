package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * y = shift + scale·x, element by element; a negative scale turns the order round.
 *
 * @param shift what is added; broadcasts with x
 * @param scale what is multiplied with, not 0; broadcasts with x
 */
public record Affine(Tensor shift, Tensor scale) implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return Scope.tidy(() -> x.times(scale).plus(shift));
    }

    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> y.minus(shift).div(scale));
    }

    /** {@return log |scale|} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return logScaleLike(x);
    }

    private Tensor logScaleLike(Tensor x) {
        return Scope.tidy(() -> scale.abs().log().plus(x.backend().zeros(x.shape(), x.dtype())));
    }

    /** {@return −log |scale|} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> logScaleLike(y).neg());
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(Direction.of(scale));
    }

    @Override
    public Affine mapTensors(UnaryOperator<Tensor> change) {
        return new Affine(change.apply(shift), change.apply(scale));
    }
}
