package io.surprisal.divergences;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * The cross-entropy H(P, Q) = −E_P[log q(X)] = H(P) + KL(P ‖ Q), in nats: the mean length of outcomes of P in the best code for Q. Its
 * least value over Q is H(P), at Q = P, and not 0. It is +∞ where P has mass and Q has none.
 */
public final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * {@return H(P, Q) as the sum of entropy and divergence}
     *
     * @param p the distribution P, over which the expectation is
     * @param q the distribution Q
     * @throws IllegalArgumentException if the entropy of P or the divergence has no closed form, or shapes, dtypes or backends do not fit
     */
    public static Estimate between(Distribution p, Distribution q) {
        Tensor entropy = p.capability(HasEntropy.class)
                .orElseThrow(() -> new IllegalArgumentException("no closed form for the cross-entropy of " + p
                        + ", whose entropy has none. Average −logProb of the second over draws of the first."))
                .entropy();
        return Estimate.exact(
                Scope.tidy(() -> entropy.plus(KullbackLeibler.between(p, q).value())));
    }

    /**
     * {@return −Σ p log q over the last axis}
     *
     * @param p rows of probabilities that each sum to 1
     * @param q rows of probabilities that each sum to 1
     * @throws IllegalArgumentException if a value is negative, a row does not sum to 1, or the shapes do not broadcast
     */
    public static Estimate between(Tensor p, Tensor q) {
        return between(Categorical.of(p), Categorical.of(q));
    }
}
