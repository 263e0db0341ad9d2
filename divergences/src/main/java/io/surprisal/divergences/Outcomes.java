package io.surprisal.divergences;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.tensor.Tensor;
import java.util.List;

/** Distributions with finitely many outcomes, as their probabilities along a last axis. */
record Outcomes(Tensor p, Tensor q) {
    /** @throws IllegalArgumentException if either has no finite list of outcomes, or the lists differ in length */
    static Outcomes of(String measure, Distribution p, Distribution q) {
        Tensor left = probabilities(measure, p);
        Tensor right = probabilities(measure, q);
        if (left.shape().dim(-1) != right.shape().dim(-1)) {
            throw new IllegalArgumentException(
                    measure + ": " + p + " has " + left.shape().dim(-1) + " outcomes and " + q + " has "
                            + right.shape().dim(-1) + ". Compare distributions of the same outcomes.");
        }
        return new Outcomes(left, right);
    }

    /** As of the categorical distributions whose probabilities the rows along the last axes are. */
    static Outcomes of(String measure, Tensor p, Tensor q) {
        return of(measure, Categorical.of(p), Categorical.of(q));
    }

    private static Tensor probabilities(String measure, Distribution distribution) {
        if (distribution instanceof Categorical categorical) {
            return categorical.probabilities();
        }
        if (distribution instanceof Bernoulli bernoulli) {
            return Tensor.stack(List.of(bernoulli.complement(), bernoulli.probability()), -1);
        }
        throw new IllegalArgumentException(measure + ": " + distribution
                + " has no finite list of outcomes. Pass a Categorical or Bernoulli distribution.");
    }
}
