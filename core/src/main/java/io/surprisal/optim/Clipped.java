package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Scope;

/** A rule on clipped gradients. */
record Clipped(Optimizer rule, GradientClipping clipping) implements Optimizer {
    @Override
    public OptimizerState initialise(Parameters parameters) {
        return rule.initialise(parameters);
    }

    @Override
    public TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients) {
        return Scope.tidy(() -> rule.update(state, parameters, clipping.apply(gradients)));
    }

    @Override
    public TrainingState updateDonating(TrainingState state, Parameters gradients) {
        return Scope.tidy(() -> rule.updateDonating(state, clipping.apply(gradients)));
    }
}
