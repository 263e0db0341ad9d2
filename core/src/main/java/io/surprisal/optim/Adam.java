package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;

/**
 * Adam: steps of the mean gradient over the root of the mean square,
 * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − η m̂/(√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
 *
 * <p>The state has the slots {@code mean} and {@code square}. {@link #updateDonating} writes in place where the backend has a fused
 * kernel.
 *
 * @param learningRate η
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε, positive, outside the root
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba (2015), algorithm 1</a>
 */
public record Adam(Schedule learningRate, double beta1, double beta2, double epsilon) implements Optimizer {
    /**
     * Checks the settings.
     *
     * @param learningRate η
     * @param beta1 β₁ in [0, 1)
     * @param beta2 β₂ in [0, 1)
     * @param epsilon ε, positive, outside the root
     * @throws IllegalArgumentException if one is outside its domain
     */
    public Adam {
        Hyperparameters.requireDecay("Adam", "beta1", beta1);
        Hyperparameters.requireDecay("Adam", "beta2", beta2);
        Hyperparameters.requirePositive("Adam", "epsilon", epsilon);
    }

    /**
     * Adam with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ and a constant rate.
     *
     * @param learningRate η, finite and not negative
     * @return the optimiser
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adam of(double learningRate) {
        return of(Schedule.constant(learningRate));
    }

    /**
     * Adam with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
     *
     * @param learningRate η by step
     * @return the optimiser
     */
    public static Adam of(Schedule learningRate) {
        return new Adam(learningRate, 0.9, 0.999, 1e-8);
    }

    private AdamRule rule() {
        return new AdamRule("Adam", learningRate, beta1, beta2, epsilon, 0);
    }

    @Override
    public OptimizerState initialise(Parameters parameters) {
        return rule().initialise(parameters);
    }

    @Override
    public TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients) {
        return rule().update(state, parameters, gradients);
    }

    @Override
    public TrainingState updateDonating(TrainingState state, Parameters gradients) {
        return rule().updateDonating(state, gradients);
    }
}
