package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * y = xᵃ, from the positive numbers to themselves; a negative exponent turns the order round. At x = 0 are the limits.
 *
 * @param exponent a, not 0; broadcasts with x
 */
public record Power(Tensor exponent) implements Bijector {
    @Override
    public Tensor forward(Tensor x) {
        return x.pow(exponent);
    }

    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> y.pow(exponent.reciprocal()));
    }

    /** {@return log |a| + (a − 1) log x} */
    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> exponent.minus(1).xlogy(x).plus(exponent.abs().log()));
    }

    /** {@return (1/a − 1) log y − log |a|} */
    @Override
    public Tensor inverseLogDeterminant(Tensor y) {
        return Scope.tidy(() -> exponent.neg()
                .plus(1)
                .div(exponent)
                .xlogy(y)
                .minus(exponent.abs().log()));
    }

    @Override
    public Optional<Direction> direction() {
        return Optional.of(Direction.of(exponent));
    }

    @Override
    public Power mapTensors(UnaryOperator<Tensor> change) {
        return new Power(change.apply(exponent));
    }
}
