package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.bijectors.Affine;
import io.surprisal.distributions.bijectors.Bijector;

/**
 * The distribution of Y = f(X) for outcomes X of a base distribution and a bijection f: log p(y) = log p(f⁻¹(y)) + log |det ∂f⁻¹/∂y|. Where
 * X is discrete, probabilities move with the outcomes and there is no determinant.
 *
 * <p>It is {@link Univariate} where the base is and f is a map of numbers with a known {@link
 * io.surprisal.distributions.bijectors.Direction}: cumulative probabilities of either side and their logarithms are those of the base, exchanged
 * where f decreases, and keep its accuracy. It is {@link Reparameterized} where the base is, and where numbers are continuous. Its entropy is
 * known where E[log |f′(X)|] is (f affine; f = exp and E[X] is known), moments and mode for affine f: see {@link LocationScale}. Ask with
 * {@link Distribution#capability}.
 *
 * <p>Where elements of outcomes depend on each other, as those of a simplex do, and f is a map of elements, the density is over the images of the
 * elements that the base's density is over.
 *
 * <p>Draws are f of the base's draws, computed on the host where f is more than a product and a sum, so that a key gives the same draw on every
 * backend. Densities far out are as good as f⁻¹ there: where it overflows or underflows, so do they.
 */
public sealed interface Transformed extends Distribution permits TransformedEvents, TransformedNumbers {
    /**
     * {@return the distribution of f(X)} Its batch is that of the base, broadcast with that of the map.
     *
     * @param base the distribution of X
     * @param bijector f, whose domain holds the base's support; of numbers, or of arguments with at most as many axes as an outcome has
     * @throws IllegalArgumentException if the map takes arguments of more axes than outcomes have, or parts of outcomes whose elements depend on
     *     each other
     */
    static Transformed of(Distribution base, Bijector bijector) {
        if (bijector.domainRank() > base.eventShape().rank()) {
            throw new IllegalArgumentException("Transformed: " + bijector + " takes arguments of "
                    + bijector.domainRank() + " axes, but outcomes of " + base + " have the shape " + base.eventShape()
                    + ". Make batch axes event axes by Independent.of(base, axes).");
        }
        Univariate numbers = base.capability(Univariate.class).orElse(null);
        if (numbers != null && bijector.imageRank() == 0 && bijector.direction().isPresent()) {
            return bijector instanceof Affine affine
                    ? LocationScale.of(numbers, affine.shift(), affine.scale())
                    : TransformedNumbers.of(numbers, bijector);
        }
        return base instanceof Reparameterized reparameterized
                ? new ReparameterizedTransformedEvents(reparameterized, bijector)
                : new TransformedEvents(base, bijector);
    }

    /** {@return the distribution of X} */
    Distribution base();

    /** {@return f} */
    Bijector bijector();
}
