package io.surprisal.distributions;

import io.surprisal.tensor.Tensor;

/** Distributions whose most likely outcome is known. */
@FunctionalInterface
public interface HasMode {
    /** {@return an outcome at which the density or probability is largest, the least of them among several; batchShape + eventShape} */
    Tensor mode();
}
