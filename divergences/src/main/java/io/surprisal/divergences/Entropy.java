package io.surprisal.divergences;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.tensor.Tensor;

/**
 * The entropy H(P) = −E_P[log p(X)], in nats, of the batch shape: of discrete outcomes from 0 to log n, the most for n equally likely
 * ones; of continuous outcomes the differential entropy, which may be negative.
 */
public final class Entropy {
    private Entropy() {}

    /**
     * {@return the entropy of a distribution that knows it in closed form}
     *
     * @param p the distribution
     * @throws IllegalArgumentException if it does not
     */
    public static Estimate of(Distribution p) {
        return p.capability(HasEntropy.class)
                .map(known -> Estimate.exact(known.entropy()))
                .orElseThrow(() -> new IllegalArgumentException("no closed form for the entropy of " + p
                        + ". Average −logProb over draws of sample(key, sampleShape)."));
    }

    /**
     * {@return −Σ p log p over the last axis; probabilities 0 add 0}
     *
     * @param probabilities rows that each sum to 1
     * @throws IllegalArgumentException if a value is negative or a row does not sum to 1
     */
    public static Estimate of(Tensor probabilities) {
        return of(Categorical.of(probabilities));
    }
}
