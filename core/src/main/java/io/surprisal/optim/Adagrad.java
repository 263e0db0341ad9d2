package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import java.util.List;

/**
 * Steps of the gradient over the root of the sum of its squares so far: s ← s + g², θ ← θ − ηg/(√s + ε).
 *
 * <p>The state has the slot {@code sum}.
 *
 * @param learningRate η
 * @param epsilon ε, positive, outside the root
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan and Singer (2011), with the diagonal matrix</a>
 */
public record Adagrad(Schedule learningRate, double epsilon) implements Optimizer {
    private static final PerParameter EACH = new PerParameter("Adagrad", List.of("sum"));

    /**
     * Checks the settings.
     *
     * @param learningRate η
     * @param epsilon ε, positive, outside the root
     * @throws IllegalArgumentException if ε is not positive
     */
    public Adagrad {
        Hyperparameters.requirePositive("Adagrad", "epsilon", epsilon);
    }

    /**
     * The rule with ε = 10⁻¹⁰ and a constant rate.
     *
     * @param learningRate η, finite and not negative
     * @return the optimiser
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adagrad of(double learningRate) {
        return of(Schedule.constant(learningRate));
    }

    /**
     * The rule with ε = 10⁻¹⁰.
     *
     * @param learningRate η by step
     * @return the optimiser
     */
    public static Adagrad of(Schedule learningRate) {
        return new Adagrad(learningRate, 1e-10);
    }

    @Override
    public OptimizerState initialise(Parameters parameters) {
        return EACH.zeros(parameters);
    }

    @Override
    public TrainingState update(OptimizerState state, Parameters parameters, Parameters gradients) {
        double rate = learningRate.at(state.step());
        return EACH.update(state, parameters, gradients, (parameter, gradient, slots) -> {
            var sum = slots.get(0).plus(gradient.square());
            var direction = gradient.div(sum.sqrt().plus(epsilon));
            return List.of(parameter.minus(direction.times(rate)), sum);
        });
    }
}
