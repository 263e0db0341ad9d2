package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.SoftmaxCentered;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/** Vectors of probabilities: none below 0, and a sum of 1 up to 10⁻⁵ in FLOAT32 and 10⁻⁹ in FLOAT64. */
public record Simplex() implements Constraint {
    /** What numbers written with six digits, or a long sum in FLOAT32, may miss 1 by. */
    private static final double TOLERANCE_OF_FLOAT32 = 1e-5;

    private static final double TOLERANCE_OF_FLOAT64 = 1e-9;

    @Override
    public Tensor holds(Tensor x) {
        double tolerance = x.dtype() == DType.FLOAT32 ? TOLERANCE_OF_FLOAT32 : TOLERANCE_OF_FLOAT64;
        return Scope.tidy(() -> x.sum(-1)
                .minus(1)
                .abs()
                .lessEqual(tolerance)
                .and(Interval.PROBABILITY.holds(x).all(-1)));
    }

    @Override
    public String rule() {
        return "probabilities with the sum 1";
    }

    @Override
    public String refusal(String name, Shape shape, int position, double[] value) {
        for (int i = 0; i < value.length; i++) {
            if (!(value[i] >= 0 && value[i] <= 1)) {
                return Interval.PROBABILITY.refusal(name, shape, position + i, new double[] {value[i]});
            }
        }
        return name + shape.axes(0, shape.rank() - 1).placeOf(position / value.length)
                + " must sum to 1, but the sum is " + Arrays.stream(value).sum() + ". Divide each row by its sum.";
    }

    @Override
    public int eventRank() {
        return 1;
    }

    @Override
    public Optional<Bijector> fromReals() {
        return Optional.of(new SoftmaxCentered());
    }
}
