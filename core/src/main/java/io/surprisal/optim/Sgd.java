package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import java.util.List;

/**
 * Gradient descent, with momentum where μ is positive: v ← μv + g, and θ ← θ − ηv, or with Nesterov's look-ahead θ ← θ − η(g + μv).
 *
 * <p>The state has the slot {@code velocity} where μ is positive, and none where it is 0.
 *
 * @param learningRate η
 * @param momentum μ in [0, 1)
 * @param nesterov whether the velocity is looked ahead by a step
 * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever, Martens, Dahl and Hinton (2013), with the rate
 *     outside the velocity</a>
 */
public record Sgd(Schedule learningRate, double momentum, boolean nesterov) implements Optimizer {
    /**
     * Checks the settings.
     *
     * @param learningRate η
     * @param momentum μ in [0, 1)
     * @param nesterov whether the velocity is looked ahead by a step
     * @throws IllegalArgumentException if the momentum is not in [0, 1), or is 0 with Nesterov's look-ahead
     */
    public Sgd {
        Hyperparameters.requireDecay("Sgd", "momentum", momentum);
        if (nesterov && momentum == 0) {
            throw new IllegalArgumentException("Sgd: Nesterov's look-ahead needs a positive momentum. 0.9 is usual.");
        }
    }

    /**
     * Gradient descent without momentum.
     *
     * @param learningRate η, finite and not negative
     * @return the optimiser
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Sgd of(double learningRate) {
        return of(Schedule.constant(learningRate));
    }

    /**
     * Gradient descent without momentum.
     *
     * @param learningRate η by step
     * @return the optimiser
     */
    public static Sgd of(Schedule learningRate) {
        return new Sgd(learningRate, 0, false);
    }

    /**
     * This rule with momentum.
     *
     * @param momentum μ in [0, 1)
     * @return the new optimiser
     * @throws IllegalArgumentException if it is not
     */
    public Sgd withMomentum(double momentum) {
        return new Sgd(learningRate, momentum, nesterov);
    }

    /**
     * This rule with Nesterov's momentum.
     *
     * @param momentum μ in (0, 1)
     * @return the new optimiser
     * @throws IllegalArgumentException if it is not
     */
    public Sgd withNesterov(double momentum) {
        return new Sgd(learningRate, momentum, true);
    }

    private PerParameter each() {
        return new PerParameter("Sgd", momentum == 0 ? List.of() : List.of("velocity"));
    }

    @Override
    public OptimizerState initialise(Parameters parameters) {
        return each().zeros(parameters);
    }

    @Override
    public TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients) {
        double rate = learningRate.at(state.step());
        return each().update(state, parameters, gradients, (parameter, gradient, slots) -> {
            if (momentum == 0) {
                return List.of(parameter.minus(gradient.times(rate)));
            }
            var velocity = slots.get(0).times(momentum).plus(gradient);
            var direction = nesterov ? gradient.plus(velocity.times(momentum)) : velocity;
            return List.of(parameter.minus(direction.times(rate)), velocity);
        });
    }
}
