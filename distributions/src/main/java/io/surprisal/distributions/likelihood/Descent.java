package io.surprisal.distributions.likelihood;

import io.surprisal.autodiff.Gradients;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autodiff.ValueAndGradient;
import io.surprisal.optim.MinimisationResult;
import io.surprisal.optim.Optimizer;
import io.surprisal.optim.OptimizerState;
import io.surprisal.optim.TrainingState;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.function.Function;

/** Steps of an optimiser for training, until they lower the loss no more. */
record Descent(Optimizer optimizer, int steps) implements Minimiser {
    private static final int PATIENCE = 100;
    private static final double TOLERANCE = 1e-12;

    @Override
    public MinimisationResult minimise(Function<Parameters, Tensor> loss, Parameters start) {
        return Scope.tidy(() -> {
            Parameters present = start;
            Parameters best = start;
            double lowest = Double.POSITIVE_INFINITY;
            double before = Double.POSITIVE_INFINITY;
            OptimizerState state = optimizer.initialise(start);
            for (int step = 0; step < steps; step++) {
                ValueAndGradient at = Gradients.valueAndGradient(loss).at(present);
                double value = at.value().item();
                if (value < lowest) {
                    lowest = value;
                    best = present;
                }
                if (step % PATIENCE == PATIENCE - 1) {
                    if (!(before - lowest > TOLERANCE * Math.max(1, Math.abs(lowest)))) {
                        return result(best, lowest, step + 1, MinimisationResult.Ending.VALUE_SETTLED);
                    }
                    before = lowest;
                }
                TrainingState next = optimizer.update(state, present, at.gradient());
                present = next.parameters();
                state = next.optimizer();
            }
            return result(best, lowest, steps, MinimisationResult.Ending.ITERATION_LIMIT);
        });
    }

    private static MinimisationResult result(
            Parameters best, double lowest, int steps, MinimisationResult.Ending ending) {
        return new MinimisationResult(best, lowest, steps, steps, ending);
    }
}
