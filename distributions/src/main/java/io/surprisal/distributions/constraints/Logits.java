package io.surprisal.distributions.constraints;

import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.distributions.bijectors.Identity;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/** Vectors of logarithms of weights that have a softmax: none is NaN or +∞, and not all are −∞. */
public record Logits() implements Constraint {
    @Override
    public Tensor holds(Tensor x) {
        return Scope.tidy(() -> x.max(-1).isFinite());
    }

    @Override
    public String rule() {
        return "less than +∞ with at least one above −∞";
    }

    @Override
    public String refusal(String name, Shape shape, int position, double[] value) {
        // Like the tensors' maximum, NaN if there is one.
        double largest = Arrays.stream(value).reduce(Double.NEGATIVE_INFINITY, Math::max);
        return name + shape.axes(0, shape.rank() - 1).placeOf(position / value.length) + " must be " + rule()
                + ", but the largest is " + largest + ". Look for an overflow before.";
    }

    @Override
    public int eventRank() {
        return 1;
    }

    @Override
    public Optional<Bijector> fromReals() {
        return Optional.of(new Identity());
    }
}
