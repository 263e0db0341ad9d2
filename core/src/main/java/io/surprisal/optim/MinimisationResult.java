package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * Where a minimisation ended.
 *
 * @param parameters the lowest point found
 * @param value the loss there
 * @param iterations the steps taken
 * @param evaluations how often loss and gradient were computed
 * @param ending why it ended
 */
public record MinimisationResult(Parameters parameters, double value, int iterations, int evaluations, Ending ending)
        implements TensorTree {
    /** Why a minimisation ended. */
    public enum Ending {
        /** No slope is larger than the tolerance: a minimum, up to it. */
        GRADIENT_VANISHED,
        /** The last step lowered the loss by no more than the tolerance. */
        VALUE_SETTLED,
        /** No lower point was found along the direction of descent: the end of the precision, or a loss that is no function. */
        NO_DESCENT,
        /** The largest number of steps was taken. */
        ITERATION_LIMIT
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        parameters.forEachTensor(visitor);
    }
}
