package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;

/**
 * A rule that moves parameters against their gradient. An optimiser is an immutable value; what it remembers is in the state that
 * goes in and comes out.
 *
 * <pre>{@code
 * Optimizer adam = Adam.of(1e-3);
 * try (Held<TrainingState> held = Held.of(new TrainingState(theta, adam.initialise(theta)))) {
 *     for (int step = 0; step < steps; step++) {
 *         Scope.run(() -> {
 *             TrainingState now = held.value();
 *             var result = Gradients.valueAndGradient(loss).at(now.parameters());
 *             held.update(adam.updateDonating(now, result.gradient()));
 *         });
 *     }
 * }
 * }</pre>
 *
 * <p>Parameters and gradients have the same names and shapes. Each parameter is updated by itself, in its own dtype.
 */
public interface Optimizer {
    /**
     * The state before the first step.
     *
     * @param parameters what will be updated
     * @return the state
     */
    OptimizerState initialise(Parameters parameters);

    /**
     * One step. The arguments stay as they are.
     *
     * @param state as {@link #initialise} or the step before made it
     * @param parameters the present parameters
     * @param gradients one for each parameter, under its name
     * @return new parameters and new state
     * @throws IllegalArgumentException if names, shapes or dtypes of the three differ, or one tensor is two parameters; the message
     *     names them
     */
    TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients);

    /**
     * One step. The argument stays as it is.
     *
     * @param state parameters and state
     * @param gradients one for each parameter, under its name
     * @return new parameters and new state
     * @throws IllegalArgumentException if names, shapes or dtypes differ, or one tensor is two parameters; the message names them
     */
    default TrainingState update(TrainingState state, Parameters gradients) {
        return update(state.optimizer(), state.parameters(), gradients);
    }

    /**
     * One step that may take over the memory of {@code state}: none of its tensors may be used afterwards, nor tensors that share
     * their handles, and the caller releases them, as {@link io.surprisal.tensor.Held#update} does. Backends with a fused kernel
     * for the rule then write in place. The numbers are those of {@link #update} up to rounding.
     *
     * @param state parameters and state, given up
     * @param gradients one for each parameter, under its name; they stay
     * @return new parameters and new state
     * @throws IllegalArgumentException before anything is given up, if names, shapes or dtypes differ, or one tensor stands under
     *     two names of {@code state}, or in it and among the gradients
     */
    default TrainingState updateDonating(TrainingState state, Parameters gradients) {
        return update(state, gradients);
    }

    /**
     * This rule on gradients of the loss plus ½λ‖θ‖²: g + λθ takes the place of g. For decay outside Adam's root see {@link AdamW}.
     *
     * @param decay λ, finite and not negative
     * @return the new optimiser; its state is that of this one
     * @throws IllegalArgumentException if λ is negative or not finite
     */
    default Optimizer withWeightDecay(double decay) {
        return new WeightDecay(this, decay);
    }

    /**
     * This rule on clipped gradients.
     *
     * @param clipping how they are clipped
     * @return the new optimiser; its state is that of this one
     */
    default Optimizer withClipping(GradientClipping clipping) {
        return new Clipped(this, clipping);
    }
}
