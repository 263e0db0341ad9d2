package io.surprisal.divergences;

import io.surprisal.distributions.Distribution;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * The total variation distance ½ Σ |p − q|, the largest difference of the probabilities of any event: from 0 to 1, without a unit.
 */
public final class TotalVariation {
    private TotalVariation() {}

    /**
     * {@return the distance of distributions with finitely many outcomes}
     *
     * @param p one distribution
     * @param q the other
     * @throws IllegalArgumentException if either is neither {@code Categorical} nor {@code Bernoulli}, or their outcomes differ
     */
    public static Estimate between(Distribution p, Distribution q) {
        return between(Outcomes.of("TotalVariation", p, q));
    }

    /**
     * {@return the distance along the last axis}
     *
     * @param p rows of probabilities that each sum to 1
     * @param q rows of probabilities that each sum to 1
     * @throws IllegalArgumentException if a value is negative, a row does not sum to 1, or the shapes do not broadcast
     */
    public static Estimate between(Tensor p, Tensor q) {
        return between(Outcomes.of("TotalVariation", p, q));
    }

    private static Estimate between(Outcomes outcomes) {
        return Estimate.exact(
                Scope.tidy(() -> outcomes.p().minus(outcomes.q()).abs().sum(-1).times(0.5)));
    }
}
