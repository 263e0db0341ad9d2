package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import java.util.List;

/**
 * Steps of the gradient over the root of its running mean square: v ← αv + (1 − α)g², θ ← θ − ηg/(√v + ε).
 *
 * <p>The state has the slot {@code square}.
 *
 * @param learningRate η
 * @param decay α in [0, 1)
 * @param epsilon ε, positive, outside the root
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Tieleman and Hinton (2012), slide 29</a>
 */
public record RmsProp(Schedule learningRate, double decay, double epsilon) implements Optimizer {
    private static final PerParameter EACH = new PerParameter("RmsProp", List.of("square"));

    /**
     * Checks the settings.
     *
     * @param learningRate η
     * @param decay α in [0, 1)
     * @param epsilon ε, positive, outside the root
     * @throws IllegalArgumentException if one is outside its domain
     */
    public RmsProp {
        Hyperparameters.requireDecay("RmsProp", "decay", decay);
        Hyperparameters.requirePositive("RmsProp", "epsilon", epsilon);
    }

    /**
     * The rule with α = 0.99, ε = 10⁻⁸ and a constant rate.
     *
     * @param learningRate η, finite and not negative
     * @return the optimiser
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static RmsProp of(double learningRate) {
        return of(Schedule.constant(learningRate));
    }

    /**
     * The rule with α = 0.99, ε = 10⁻⁸.
     *
     * @param learningRate η by step
     * @return the optimiser
     */
    public static RmsProp of(Schedule learningRate) {
        return new RmsProp(learningRate, 0.99, 1e-8);
    }

    @Override
    public OptimizerState initialise(Parameters parameters) {
        return EACH.zeros(parameters);
    }

    @Override
    public TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients) {
        double rate = learningRate.at(state.step());
        return EACH.update(state, parameters, gradients, (parameter, gradient, slots) -> {
            var square = slots.get(0).times(decay).plus(gradient.square().times(1 - decay));
            var direction = gradient.div(square.sqrt().plus(epsilon));
            return List.of(parameter.minus(direction.times(rate)), square);
        });
    }
}
