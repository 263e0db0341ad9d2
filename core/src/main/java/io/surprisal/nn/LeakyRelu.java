package io.surprisal.nn;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/** x where x ≥ 0, slope·x elsewhere. */
record LeakyRelu(double slope) implements Activation {
    LeakyRelu {
        if (!Double.isFinite(slope)) {
            throw new IllegalArgumentException(
                    "leakyRelu: the slope " + slope + " must be finite. 0.01 is the usual one.");
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        return Scope.tidy(() -> Tensor.where(x.greaterEqual(0), x, x.times(slope)));
    }
}
