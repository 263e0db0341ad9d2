package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.distributions.discrete.Binomial;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.discrete.Geometric;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.distributions.family.Family;
import java.util.List;

/** The families of distributions of whole numbers, a line each. */
final class DiscreteFamilies {
    static final List<Family<?>> ALL = List.of(
            Bernoulli.FAMILY, //
            Binomial.FAMILY, //
            Categorical.FAMILY, //
            Geometric.FAMILY, //
            Poisson.FAMILY //
            );

    private DiscreteFamilies() {}
}
