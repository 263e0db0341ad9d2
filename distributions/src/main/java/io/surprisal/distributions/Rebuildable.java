package io.surprisal.distributions;

import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;

/** Distributions that can be made again of changed tensors: in another precision, on another backend, or as constants. */
public interface Rebuildable extends Distribution {
    /**
     * {@return this distribution with each of its tensors changed} Values are not checked again.
     *
     * @param change what is done to each tensor: {@code p -> p.cast(DType.FLOAT64)}, for instance
     */
    Distribution mapTensors(UnaryOperator<Tensor> change);
}
