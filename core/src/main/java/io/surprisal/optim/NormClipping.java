package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Scope;

/** All gradients scaled together to a joint norm of at most the bound. */
record NormClipping(double bound) implements GradientClipping {
    NormClipping {
        Hyperparameters.requirePositive("GradientClipping.globalNorm", "bound", bound);
    }

    @Override
    public Parameters apply(Parameters gradients) {
        return Scope.tidy(() -> GlobalNorm.clipped(gradients, bound));
    }
}
