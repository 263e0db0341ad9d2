package io.surprisal.nn;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Weights with mean 0 and a variance of {@code numerator} over what the divisor counts. */
record VarianceScaling(Law law, double numerator, Divisor divisor) implements Initialiser {
    /** The family of the weights. */
    enum Law {
        UNIFORM,
        NORMAL
    }

    /** What the variance is divided by. */
    enum Divisor {
        FAN_IN,
        FAN_IN_AND_OUT;

        double of(Fans fans) {
            return switch (this) {
                case FAN_IN -> fans.in();
                case FAN_IN_AND_OUT -> (double) fans.in() + fans.out();
            };
        }
    }

    @Override
    public Tensor draw(RandomKey key, Backend backend, Shape shape, DType dtype, Fans fans) {
        double variance = numerator / divisor.of(fans);
        return Scope.tidy(() -> switch (law) {
            case NORMAL -> Draws.normal(key, backend, shape, dtype).times(Math.sqrt(variance));
            case UNIFORM -> {
                double limit = Math.sqrt(3 * variance);
                yield Draws.uniform(key, backend, shape, dtype).times(2 * limit).minus(limit);
            }
        });
    }
}
