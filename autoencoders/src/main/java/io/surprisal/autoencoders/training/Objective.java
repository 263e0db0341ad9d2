package io.surprisal.autoencoders.training;

import io.surprisal.autodiff.Loss;
import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Tensor;

/** What is minimised: a differentiable function of parameters, for one batch and one key. */
@FunctionalInterface
public interface Objective {
    /**
     * Evaluates the objective.
     *
     * @param theta the parameters
     * @param batch one batch, its examples along axis 0
     * @param key determines whatever noise the objective draws
     * @return the mean loss over the batch, with the parts to report
     */
    Loss at(Parameters theta, Tensor batch, RandomKey key);
}
