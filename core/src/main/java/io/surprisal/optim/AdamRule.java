package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.InPlace;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.AdamStep;
import java.util.List;
import java.util.Optional;

/** What Adam and AdamW share: the step {@link AdamStep} describes, fused where tensors are given up, composed elsewhere. */
record AdamRule(PerParameter each, Schedule rate, double beta1, double beta2, double epsilon, double weightDecay) {
    AdamRule(String name, Schedule rate, double beta1, double beta2, double epsilon, double weightDecay) {
        this(new PerParameter(name, List.of("mean", "square")), rate, beta1, beta2, epsilon, weightDecay);
    }

    OptimizerState initialise(Parameters parameters) {
        return each.zeros(parameters);
    }

    TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients) {
        AdamStep step = stepAfter(state);
        return each.update(state, parameters, gradients, (p, g, slots) -> composed(p, g, slots, step));
    }

    TrainingState updateDonating(TrainingState state, Parameters gradients) {
        GradientRules.requireDonatable(each.name(), state, gradients);
        AdamStep step = stepAfter(state.optimizer());
        return each.update(state.optimizer(), state.parameters(), gradients, (p, g, slots) -> {
            Optional<List<Tensor>> fused = InPlace.adam(p, g, slots.get(0), slots.get(1), step);
            return fused.orElseGet(() -> composed(p, g, slots, step));
        });
    }

    private AdamStep stepAfter(OptimizerState state) {
        return AdamStep.at(state.step() + 1, rate.at(state.step()), beta1, beta2, epsilon, weightDecay);
    }

    private static List<Tensor> composed(Tensor parameter, Tensor gradient, List<Tensor> slots, AdamStep step) {
        Tensor mean = slots.get(0).times(step.beta1()).plus(gradient.times(1 - step.beta1()));
        Tensor square = slots.get(1).times(step.beta2()).plus(gradient.square().times(1 - step.beta2()));
        Tensor root = square.times(step.correction2()).sqrt().plus(step.epsilon());
        Tensor direction = mean.times(step.correction1()).div(root);
        if (step.weightDecay() != 0) {
            direction = direction.plus(parameter.times(step.weightDecay()));
        }
        return List.of(parameter.minus(direction.times(step.learningRate())), mean, square);
    }
}
