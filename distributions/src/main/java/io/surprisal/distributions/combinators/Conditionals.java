package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.family.RowVectors;
import io.surprisal.distributions.multivariate.MultivariateNormal;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * The elements of a vector, each given those before it: their log-densities and their probabilities on both sides, each [batch…, d].
 *
 * @param logDensity log p(xⱼ | x₁ … xⱼ₋₁)
 * @param below P(Xⱼ ≤ xⱼ | x₁ … xⱼ₋₁)
 * @param above P(Xⱼ &gt; xⱼ | x₁ … xⱼ₋₁)
 */
record Conditionals(Tensor logDensity, Tensor below, Tensor above) {
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** Whether they are known: of independent continuous elements, and of normal vectors but those by loadings, for which no matrix is formed. */
    static boolean areKnownOf(Distribution distribution) {
        if (distribution instanceof Independent independent) {
            return independent.axes() == 1
                    && independent.eventShape().rank() == 1
                    && independent.base().capability(Univariate.class).isPresent()
                    && !Outcomes.areDiscrete(independent.base());
        }
        return distribution instanceof MultivariateNormal normal && normal.family() != MultivariateNormal.BY_LOW_RANK;
    }

    static Conditionals of(Distribution distribution, Tensor x) {
        if (distribution instanceof Independent independent) {
            Univariate elements =
                    independent.base().capability(Univariate.class).orElseThrow();
            return new Conditionals(elements.logProb(x), elements.cdf(x), elements.survival(x));
        }
        MultivariateNormal normal = (MultivariateNormal) distribution;
        Tensor scale = normal.factorDiagonal();
        Tensor distance = x.minus(normal.location());
        Tensor z = normal.isDiagonal() ? distance.div(scale) : whitened(normal.factor(), distance);
        Normal standard =
                Normal.unchecked(z.backend().scalar(0, z.dtype()), z.backend().scalar(1, z.dtype()));
        Tensor logDensity = z.square().times(-0.5).minus(HALF_LOG_TWO_PI).minus(scale.log());
        return new Conditionals(logDensity, standard.cdf(z), standard.survival(z));
    }

    /** L⁻¹x, whose elements are normal given those before. */
    private static Tensor whitened(Tensor factor, Tensor x) {
        Tensor identity = factor.backend().eye(factor.shape().dim(-1), factor.dtype());
        return RowVectors.times(x, factor.triangularSolve(identity, false), true);
    }

    /** All three along the last axis, for several distributions to be stacked. */
    Tensor together() {
        Tensor density = logDensity.broadcastTo(below.shape());
        return Tensor.concat(List.of(density, below, above), -1);
    }

    /** Of what {@link #together} has put together. */
    static Conditionals apart(Tensor together) {
        int d = together.shape().dim(-1) / 3;
        return new Conditionals(
                together.slice(-1, 0, d), together.slice(-1, d, 2 * d), together.slice(-1, 2 * d, 3 * d));
    }
}
