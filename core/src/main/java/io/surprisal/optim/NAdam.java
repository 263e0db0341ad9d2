package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import java.util.List;

/**
 * Adam with Nesterov's look-ahead in the mean: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²,
 * m̂ = β₁m/(1 − β₁ᵗ⁺¹) + (1 − β₁)g/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ), θ ← θ − η m̂/(√v̂ + ε): the rule for a constant μ = β₁, without
 * a schedule of momenta.
 *
 * <p>The state has the slots {@code mean} and {@code square}.
 *
 * @param learningRate η
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε, positive, outside the root
 * @see <a href="https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ">Dozat (2016), algorithm 2</a>
 */
public record NAdam(Schedule learningRate, double beta1, double beta2, double epsilon) implements Optimizer {
    private static final PerParameter EACH = new PerParameter("NAdam", List.of("mean", "square"));

    /**
     * Checks the settings.
     *
     * @param learningRate η
     * @param beta1 β₁ in [0, 1)
     * @param beta2 β₂ in [0, 1)
     * @param epsilon ε, positive, outside the root
     * @throws IllegalArgumentException if one is outside its domain
     */
    public NAdam {
        Hyperparameters.requireDecay("NAdam", "beta1", beta1);
        Hyperparameters.requireDecay("NAdam", "beta2", beta2);
        Hyperparameters.requirePositive("NAdam", "epsilon", epsilon);
    }

    /**
     * The rule with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ and a constant rate.
     *
     * @param learningRate η, finite and not negative
     * @return the optimiser
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static NAdam of(double learningRate) {
        return of(Schedule.constant(learningRate));
    }

    /**
     * The rule with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
     *
     * @param learningRate η by step
     * @return the optimiser
     */
    public static NAdam of(Schedule learningRate) {
        return new NAdam(learningRate, 0.9, 0.999, 1e-8);
    }

    @Override
    public OptimizerState initialise(Parameters parameters) {
        return EACH.zeros(parameters);
    }

    @Override
    public TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients) {
        double t = state.step() + 1.0;
        double rate = learningRate.at(state.step());
        double ofMean = beta1 / (1 - Math.pow(beta1, t + 1));
        double ofGradient = (1 - beta1) / (1 - Math.pow(beta1, t));
        double ofSquare = 1 / (1 - Math.pow(beta2, t));
        return EACH.update(state, parameters, gradients, (parameter, gradient, slots) -> {
            var mean = slots.get(0).times(beta1).plus(gradient.times(1 - beta1));
            var square = slots.get(1).times(beta2).plus(gradient.square().times(1 - beta2));
            var ahead = mean.times(ofMean).plus(gradient.times(ofGradient));
            var direction = ahead.div(square.times(ofSquare).sqrt().plus(epsilon));
            return List.of(parameter.minus(direction.times(rate)), mean, square);
        });
    }
}
