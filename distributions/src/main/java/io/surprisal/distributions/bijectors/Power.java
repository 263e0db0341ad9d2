package io.surprisal.distributions.bijectors;

import io.surprisal.distributions.constraints.NotZero;
import io.surprisal.distributions.family.Argument;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** y = xᵃ, from the positive numbers to themselves; a negative exponent turns the order round. At x = 0 are the limits. */
public final class Power implements Bijector {
    private final Tensor exponent;

    /**
     * Makes the map; values are checked, but not inside a gradient call.
     *
     * @param exponent a, finite and not 0; broadcasts with x
     * @throws IllegalArgumentException if a value is outside its domain, or the dtype is not floating
     */
    public Power(Tensor exponent) {
        this(new Argument("Power", "exponent", exponent).requireFloating().requireAll(new NotZero()));
    }

    private Power(Argument exponent) {
        this.exponent = exponent.tensor();
    }

    /** {@return a} */
    public Tensor exponent() {
        return exponent;
    }

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
        return new Power(new Argument("Power", "exponent", change.apply(exponent)));
    }

    /** Whether another map is a power of the very same exponent. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Power power && exponent.equals(power.exponent);
    }

    @Override
    public int hashCode() {
        return exponent.hashCode();
    }

    @Override
    public String toString() {
        return "Power[exponent=" + exponent + "]";
    }
}
