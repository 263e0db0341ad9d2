package io.surprisal.distributions.bijectors;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * From d − 1 real numbers to unit vectors of d elements but for the pole (0, …, 0, 1), by projection from there: y = (2x, ‖x‖² − 1)/(‖x‖² + 1).
 *
 * <p>The determinant is the ratio of areas on the sphere and in the plane, (2/(‖x‖² + 1))^(d − 1).
 */
public record Stereographic() implements Bijector {
    private static final double LOG_2 = 0.6931471805599453;

    @Override
    public Tensor forward(Tensor x) {
        return Scope.tidy(() -> {
            Tensor square = x.square().sum(-1).expandDims(-1);
            return Tensor.concat(List.of(x.times(2), square.minus(1)), -1).div(square.plus(1));
        });
    }

    /** {@return yᵢ/(1 − y_d); infinite at the pole} */
    @Override
    public Tensor inverse(Tensor y) {
        return Scope.tidy(() -> {
            int last = y.shape().dim(-1) - 1;
            return y.slice(-1, 0, last).div(y.slice(-1, last, last + 1).neg().plus(1));
        });
    }

    @Override
    public Tensor logDeterminant(Tensor x) {
        return Scope.tidy(() -> {
            int axes = x.shape().dim(-1);
            return x.square().sum(-1).log1p().neg().plus(LOG_2).times(axes);
        });
    }

    @Override
    public boolean hasFreeValues() {
        return false;
    }

    @Override
    public int domainRank() {
        return 1;
    }
}
