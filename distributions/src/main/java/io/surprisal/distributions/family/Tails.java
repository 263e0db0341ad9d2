package io.surprisal.distributions.family;

import io.surprisal.tensor.Tensor;

/**
 * The cumulative probabilities of a variable from both sides, their logarithms, and the inverses of the four: what the tensors of a
 * family's public functions are made of. Each is accurate where the others round to 0 or 1, differentiable also in the parameters, exact
 * at ±∞ and at probabilities 0 and 1, and passes NaN on. Probabilities are in [0, 1] and their logarithms at most 0, or NaN.
 */
public interface Tails {
    /**
     * {@return P(Z ≤ z)}
     *
     * @param z numbers
     */
    Tensor lower(Tensor z);

    /**
     * {@return P(Z &gt; z)}
     *
     * @param z numbers
     */
    Tensor upper(Tensor z);

    /**
     * {@return log P(Z ≤ z)}
     *
     * @param z numbers
     */
    Tensor logLower(Tensor z);

    /**
     * {@return log P(Z &gt; z)}
     *
     * @param z numbers
     */
    Tensor logUpper(Tensor z);

    /**
     * {@return the least z with P(Z ≤ z) ≥ p}
     *
     * @param p probabilities
     */
    Tensor ofLower(Tensor p);

    /**
     * {@return the least z with P(Z &gt; z) ≤ p}
     *
     * @param p probabilities
     */
    Tensor ofUpper(Tensor p);

    /**
     * {@return {@link #ofLower} of a probability given by its logarithm}
     *
     * @param logP logarithms of probabilities
     */
    Tensor ofLogLower(Tensor logP);

    /**
     * {@return {@link #ofUpper} of a probability given by its logarithm}
     *
     * @param logP logarithms of probabilities
     */
    Tensor ofLogUpper(Tensor logP);
}
