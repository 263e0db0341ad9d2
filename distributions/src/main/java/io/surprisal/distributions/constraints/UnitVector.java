package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Stereographic;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/** Vectors of length 1, up to 10⁻⁵ in FLOAT32 and 10⁻⁹ in FLOAT64: directions. */
public record UnitVector() implements Constraint {
    private static final double TOLERANCE_OF_FLOAT32 = 1e-5;

    private static final double TOLERANCE_OF_FLOAT64 = 1e-9;

    @Override
    public Tensor holds(Tensor x) {
        double tolerance = x.dtype() == DType.FLOAT32 ? TOLERANCE_OF_FLOAT32 : TOLERANCE_OF_FLOAT64;
        // ‖x‖² − 1 is twice ‖x‖ − 1.
        return Scope.tidy(() -> x.square().sum(-1).minus(1).abs().lessEqual(2 * tolerance));
    }

    @Override
    public String rule() {
        return "a vector of length 1";
    }

    @Override
    public String refusal(String name, Shape shape, int position, double[] value) {
        double length = Math.sqrt(Arrays.stream(value).map(v -> v * v).sum());
        return name + shape.axes(0, shape.rank() - 1).placeOf(position / value.length) + " must be " + rule()
                + ", but its length is " + length + ". Divide each vector by its length.";
    }

    @Override
    public int eventRank() {
        return 1;
    }

    /** From d − 1 real numbers, by stereographic projection from the last axis, whose end is left out. */
    @Override
    public Optional<Bijector> fromReals() {
        return Optional.of(new Stereographic());
    }
}
