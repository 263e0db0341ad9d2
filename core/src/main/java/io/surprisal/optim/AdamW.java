package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;

/**
 * Adam with decoupled weight decay: θ ← θ − η (m̂/(√v̂ + ε) + λθ), with m̂ and v̂ as in {@link Adam}, so that the decay is not divided
 * by the root of the mean square.
 *
 * <p>The state has the slots {@code mean} and {@code square}. {@link #updateDonating} writes in place where the backend has a fused
 * kernel.
 *
 * @param learningRate η
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε, positive, outside the root
 * @param weightDecay λ, not negative
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter (2019), algorithm 2, with η as their ηₜ and α = 1</a>
 */
public record AdamW(Schedule learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Optimizer {
    /**
     * Checks the settings.
     *
     * @param learningRate η
     * @param beta1 β₁ in [0, 1)
     * @param beta2 β₂ in [0, 1)
     * @param epsilon ε, positive, outside the root
     * @param weightDecay λ, not negative
     * @throws IllegalArgumentException if one is outside its domain
     */
    public AdamW {
        Hyperparameters.requireDecay("AdamW", "beta1", beta1);
        Hyperparameters.requireDecay("AdamW", "beta2", beta2);
        Hyperparameters.requirePositive("AdamW", "epsilon", epsilon);
        Hyperparameters.requireNotNegative("AdamW", "weightDecay", weightDecay);
    }

    /**
     * AdamW with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ and a constant rate.
     *
     * @param learningRate η, finite and not negative
     * @param weightDecay λ, not negative; 0.01 is usual
     * @return the optimiser
     * @throws IllegalArgumentException if one is outside its domain
     */
    public static AdamW of(double learningRate, double weightDecay) {
        return of(Schedule.constant(learningRate), weightDecay);
    }

    /**
     * AdamW with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
     *
     * @param learningRate η by step
     * @param weightDecay λ, not negative; 0.01 is usual
     * @return the optimiser
     * @throws IllegalArgumentException if the decay is negative
     */
    public static AdamW of(Schedule learningRate, double weightDecay) {
        return new AdamW(learningRate, 0.9, 0.999, 1e-8, weightDecay);
    }

    private AdamRule rule() {
        return new AdamRule("AdamW", learningRate, beta1, beta2, epsilon, weightDecay);
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
