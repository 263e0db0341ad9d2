package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import java.util.List;

/**
 * Adam with the largest gradient in place of the root mean square: m ← β₁m + (1 − β₁)g, u ← max(β₂u, |g| + ε),
 * θ ← θ − η/(1 − β₁ᵗ) · m/u. The paper has no ε, without which a parameter that no gradient reaches becomes NaN.
 *
 * <p>The state has the slots {@code mean} and {@code largest}.
 *
 * @param learningRate η
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε, positive
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba (2015), algorithm 2</a>
 */
public record Adamax(Schedule learningRate, double beta1, double beta2, double epsilon) implements Optimizer {
    private static final PerParameter EACH = new PerParameter("Adamax", List.of("mean", "largest"));

    /**
     * Checks the settings.
     *
     * @param learningRate η
     * @param beta1 β₁ in [0, 1)
     * @param beta2 β₂ in [0, 1)
     * @param epsilon ε, positive
     * @throws IllegalArgumentException if one is outside its domain
     */
    public Adamax {
        Hyperparameters.requireDecay("Adamax", "beta1", beta1);
        Hyperparameters.requireDecay("Adamax", "beta2", beta2);
        Hyperparameters.requirePositive("Adamax", "epsilon", epsilon);
    }

    /**
     * The rule with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ and a constant rate.
     *
     * @param learningRate η, finite and not negative
     * @return the optimiser
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adamax of(double learningRate) {
        return of(Schedule.constant(learningRate));
    }

    /**
     * The rule with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
     *
     * @param learningRate η by step
     * @return the optimiser
     */
    public static Adamax of(Schedule learningRate) {
        return new Adamax(learningRate, 0.9, 0.999, 1e-8);
    }

    @Override
    public OptimizerState initialise(Parameters parameters) {
        return EACH.zeros(parameters);
    }

    @Override
    public TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients) {
        double corrected = learningRate.at(state.step()) / (1 - Math.pow(beta1, state.step() + 1.0));
        return EACH.update(state, parameters, gradients, (parameter, gradient, slots) -> {
            var mean = slots.get(0).times(beta1).plus(gradient.times(1 - beta1));
            var largest = slots.get(1).times(beta2).maximum(gradient.abs().plus(epsilon));
            return List.of(parameter.minus(mean.div(largest).times(corrected)), mean, largest);
        });
    }
}
