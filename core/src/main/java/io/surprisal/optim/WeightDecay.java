package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Scope;

/** A rule on g + λθ. */
record WeightDecay(Optimizer rule, double decay) implements Optimizer {
    WeightDecay {
        Hyperparameters.requireNotNegative("Optimizer.withWeightDecay", "decay", decay);
    }

    @Override
    public OptimizerState initialise(Parameters parameters) {
        return rule.initialise(parameters);
    }

    @Override
    public TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients) {
        return Scope.tidy(() -> rule.update(state, parameters, decayed(parameters, gradients)));
    }

    @Override
    public TrainingState updateDonating(TrainingState state, Parameters gradients) {
        return Scope.tidy(() -> rule.updateDonating(state, decayed(state.parameters(), gradients)));
    }

    private Parameters decayed(Parameters parameters, Parameters gradients) {
        GradientRules.requireMatching("Optimizer.withWeightDecay", parameters, gradients);
        return gradients.zip(parameters, (gradient, parameter) -> gradient.plus(parameter.times(decay)));
    }
}
