package io.surprisal.distributions.continuous;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/** Whole turns of angles. */
final class Turns {
    private static final double TURN = 2 * Math.PI;

    private Turns() {}

    /** The same angles within π of the location. */
    static Tensor within(Tensor angles, Tensor location) {
        return Scope.tidy(() -> {
            Tensor turns = angles.minus(location).div(TURN).round();
            return angles.minus(turns.times(TURN));
        });
    }
}
