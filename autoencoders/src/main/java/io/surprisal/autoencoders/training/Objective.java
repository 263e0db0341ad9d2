package io.surprisal.autoencoders.training;

import io.surprisal.autodiff.Loss;
import io.surprisal.autodiff.Parameters;
import io.surprisal.autoencoders.data.Examples;
import io.surprisal.nn.Mode;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Tensor;

/** What is minimised: a differentiable function of parameters, for one batch and one key. */
@FunctionalInterface
public interface Objective {
    /**
     * Evaluates the objective.
     *
     * @param theta the parameters
     * @param batch one batch, its examples along axis 0
     * @param mode for the layers: training or evaluation, with their own key and state
     * @param key determines whatever noise the objective itself draws, in evaluation too
     * @return the mean loss over the batch, with the parts to report
     */
    Loss at(Parameters theta, Tensor batch, Mode mode, RandomKey key);

    /**
     * Checks that the objective is defined on data. The trainer asks once, before the first step. Most objectives take any finite
     * numbers.
     *
     * @param examples the data as the objective will see them
     * @throws IllegalArgumentException if it is not defined on one of the numbers; the message says which
     */
    default void requireSupported(Examples examples) {}

    /**
     * The state of the layers before the first step, such as running statistics. Most objectives have none.
     *
     * @param backend where the state lives
     * @return the state, by the names under which the mode is asked for it
     */
    default Parameters initialState(Backend backend) {
        return Parameters.empty();
    }
}
