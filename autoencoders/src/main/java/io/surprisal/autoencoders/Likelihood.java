package io.surprisal.autoencoders;

import io.surprisal.autoencoders.data.Examples;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Tensor;

/**
 * p(x|z): what a decoder's output says about x. The output is one tensor of x's shape; what its numbers mean is the likelihood's
 * secret. Constants are never left out, so log-densities of different models can be compared.
 */
public interface Likelihood {
    /**
     * {@return log p(x|z) in nats, one number for each example: summed over axis 1}
     *
     * @param decoded the decoder's output [batch, features]
     * @param x the data [batch, features]
     * @throws IllegalArgumentException if the two are not of one such shape
     */
    Tensor logProb(Tensor decoded, Tensor x);

    /**
     * {@return E[x|z] [batch, features]}
     *
     * @param decoded the decoder's output [batch, features]
     */
    Tensor mean(Tensor decoded);

    /**
     * {@return a draw from p(x|z) [batch, features]}
     *
     * @param key the source of randomness
     * @param decoded the decoder's output [batch, features]
     */
    Tensor sample(RandomKey key, Tensor decoded);

    /**
     * Checks that data lie where the likelihood has mass. The trainer asks once, before the first step.
     *
     * @param x the data, which are finite
     * @throws IllegalArgumentException if a number of them does not; the message says which
     */
    void requireSupported(Examples x);
}
