package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;

/** Each number moved into [−bound, bound]. */
record ValueClipping(double bound) implements GradientClipping {
    ValueClipping {
        Hyperparameters.requirePositive("GradientClipping.value", "bound", bound);
    }

    @Override
    public Parameters apply(Parameters gradients) {
        return gradients.map(gradient -> gradient.clamp(-bound, bound));
    }
}
