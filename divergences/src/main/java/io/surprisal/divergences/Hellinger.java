package io.surprisal.divergences;

import io.surprisal.distributions.Distribution;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * The Hellinger distance H with H² = ½ Σ (√p − √q)² = 1 − Σ √(pq): from 0 to 1, without a unit. H is a metric, and H² ≤ TV ≤ √2 H.
 */
public final class Hellinger {
    private Hellinger() {}

    /**
     * {@return H² of distributions with finitely many outcomes}
     *
     * @param p one distribution
     * @param q the other
     * @throws IllegalArgumentException if either is neither {@code Categorical} nor {@code Bernoulli}, or their outcomes differ
     */
    public static Estimate squared(Distribution p, Distribution q) {
        return Estimate.exact(squared(Outcomes.of("Hellinger", p, q)));
    }

    /**
     * {@return H² along the last axis}
     *
     * @param p rows of probabilities that each sum to 1
     * @param q rows of probabilities that each sum to 1
     * @throws IllegalArgumentException if a value is negative, a row does not sum to 1, or the shapes do not broadcast
     */
    public static Estimate squared(Tensor p, Tensor q) {
        return Estimate.exact(squared(Outcomes.of("Hellinger", p, q)));
    }

    /**
     * {@return H of distributions with finitely many outcomes; it has no derivative where they are equal}
     *
     * @param p one distribution
     * @param q the other
     * @throws IllegalArgumentException if either is neither {@code Categorical} nor {@code Bernoulli}, or their outcomes differ
     */
    public static Estimate between(Distribution p, Distribution q) {
        return Estimate.exact(
                Scope.tidy(() -> squared(Outcomes.of("Hellinger", p, q)).sqrt()));
    }

    /**
     * {@return H along the last axis; it has no derivative where the rows are equal}
     *
     * @param p rows of probabilities that each sum to 1
     * @param q rows of probabilities that each sum to 1
     * @throws IllegalArgumentException if a value is negative, a row does not sum to 1, or the shapes do not broadcast
     */
    public static Estimate between(Tensor p, Tensor q) {
        return Estimate.exact(
                Scope.tidy(() -> squared(Outcomes.of("Hellinger", p, q)).sqrt()));
    }

    /** (√p − √q)² = (p − q)²/(√p + √q)²: near equality the difference of the roots would cancel. */
    private static Tensor squared(Outcomes outcomes) {
        return Scope.tidy(() -> {
            Tensor p = outcomes.p();
            Tensor q = outcomes.q();
            // Where neither has mass the term is 0/0; derivatives of roots at 0 are infinite, so those are replaced
            // first.
            Tensor roots = root(p).plus(root(q));
            Tensor one = p.backend().scalar(1, p.dtype());
            Tensor divisor = Tensor.where(roots.greater(0), roots, one);
            return p.minus(q).div(divisor).square().sum(-1).times(0.5);
        });
    }

    /** √p, with the derivative 0 at 0. */
    private static Tensor root(Tensor p) {
        Tensor zero = p.backend().scalar(0, p.dtype());
        Tensor one = p.backend().scalar(1, p.dtype());
        Tensor present = p.greater(0);
        return Tensor.where(present, Tensor.where(present, p, one).sqrt(), zero);
    }
}
