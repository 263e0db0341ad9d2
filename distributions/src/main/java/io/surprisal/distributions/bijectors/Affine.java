package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

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
        return Scope.tidy(() -> scale.abs().log().plus(x.times(0)));
    }
}
