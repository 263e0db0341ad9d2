package io.surprisal.distributions;

import io.surprisal.tensor.Tensor;

/** Distributions with finitely many outcomes, which can be listed. */
@FunctionalInterface
public interface EnumerableSupport {
    /**
     * {@return all outcomes in order, [outcomes] + a length of 1 for each batch axis + eventShape, so that they broadcast with the batch}
     *
     * @throws IllegalStateException if the distributions of the batch have different supports
     */
    Tensor enumerateSupport();
}
