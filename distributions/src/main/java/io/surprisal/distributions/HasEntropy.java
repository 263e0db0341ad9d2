package io.surprisal.distributions;

import io.surprisal.tensor.Tensor;

/** Distributions whose entropy is known in closed form. */
@FunctionalInterface
public interface HasEntropy {
    /** {@return −E[log p(X)] in nats, of the batch shape; the differential entropy where outcomes are continuous} */
    Tensor entropy();
}
