package io.surprisal.nn;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/** x where x ≥ 0, α(eˣ − 1) elsewhere. */
record Elu(double alpha) implements Activation {
    Elu {
        if (!Double.isFinite(alpha)) {
            throw new IllegalArgumentException("elu: alpha " + alpha + " must be finite. 1 is the usual one.");
        }
    }

    @Override
    public Tensor apply(Tensor x) {
        // The exponential sees no positive number: an overflow there would spoil the derivative, as 0 · ∞.
        return Scope.tidy(
                () -> Tensor.where(x.greaterEqual(0), x, x.minimum(0).expm1().times(alpha)));
    }
}
