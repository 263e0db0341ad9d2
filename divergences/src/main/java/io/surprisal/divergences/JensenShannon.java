package io.surprisal.divergences;

import io.surprisal.distributions.Distribution;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * The Jensen–Shannon divergence ½ KL(P ‖ M) + ½ KL(Q ‖ M) with M = ½ (P + Q), in nats: symmetric, from 0 for equal distributions to log 2
 * for those without a common outcome. The upper bound is 1 in bits only. It is not rooted: its square root is a metric.
 */
public final class JensenShannon {
    private JensenShannon() {}

    /**
     * {@return the divergence of distributions with finitely many outcomes}
     *
     * @param p one distribution
     * @param q the other
     * @throws IllegalArgumentException if either is neither {@code Categorical} nor {@code Bernoulli}, or their outcomes differ
     */
    public static Estimate between(Distribution p, Distribution q) {
        return between(Outcomes.of("JensenShannon", p, q));
    }

    /**
     * {@return the divergence along the last axis}
     *
     * @param p rows of probabilities that each sum to 1
     * @param q rows of probabilities that each sum to 1
     * @throws IllegalArgumentException if a value is negative, a row does not sum to 1, or the shapes do not broadcast
     */
    public static Estimate between(Tensor p, Tensor q) {
        return between(Outcomes.of("JensenShannon", p, q));
    }

    /** m − p = ½ (q − p), not a difference with the rounded m. */
    private static Estimate between(Outcomes outcomes) {
        return Estimate.exact(Scope.tidy(() -> {
            Tensor half = outcomes.q().minus(outcomes.p()).times(0.5);
            Tensor middle = outcomes.p().plus(outcomes.q()).times(0.5);
            Tensor ofP = RelativeEntropyTerm.of(outcomes.p(), middle, half);
            Tensor ofQ = RelativeEntropyTerm.of(outcomes.q(), middle, half.neg());
            return ofP.plus(ofQ).sum(-1).times(0.5);
        }));
    }
}
