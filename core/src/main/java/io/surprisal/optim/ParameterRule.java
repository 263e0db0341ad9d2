package io.surprisal.optim;

import io.surprisal.tensor.Tensor;
import java.util.List;

/** One step of one parameter. */
@FunctionalInterface
interface ParameterRule {
    /** The new parameter, followed by its new slots. */
    List<Tensor> next(Tensor parameter, Tensor gradient, List<Tensor> slots);
}
