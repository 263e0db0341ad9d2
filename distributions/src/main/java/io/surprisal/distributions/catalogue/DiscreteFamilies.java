package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.discrete.Bernoulli;
import io.surprisal.distributions.discrete.BetaBinomial;
import io.surprisal.distributions.discrete.Binomial;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.distributions.discrete.Delta;
import io.surprisal.distributions.discrete.DiscreteUniform;
import io.surprisal.distributions.discrete.DiscretizedLogistic;
import io.surprisal.distributions.discrete.DiscretizedLogisticMixture;
import io.surprisal.distributions.discrete.Empirical;
import io.surprisal.distributions.discrete.Geometric;
import io.surprisal.distributions.discrete.Hypergeometric;
import io.surprisal.distributions.discrete.NegativeBinomial;
import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.distributions.discrete.Skellam;
import io.surprisal.distributions.discrete.YuleSimon;
import io.surprisal.distributions.discrete.Zipf;
import io.surprisal.distributions.family.Family;
import java.util.List;

/** The families of distributions of whole numbers, a line each. */
final class DiscreteFamilies {
    static final List<Family<?>> ALL = List.of(
            Bernoulli.FAMILY, //
            BetaBinomial.FAMILY, //
            Binomial.FAMILY, //
            Categorical.FAMILY, //
            Delta.FAMILY, //
            DiscreteUniform.FAMILY, //
            DiscretizedLogistic.FAMILY, //
            DiscretizedLogisticMixture.FAMILY, //
            Empirical.FAMILY, //
            Geometric.FAMILY, //
            Hypergeometric.FAMILY, //
            NegativeBinomial.FAMILY, //
            Poisson.FAMILY, //
            Skellam.FAMILY, //
            YuleSimon.FAMILY, //
            Zipf.FAMILY //
            );

    /** Other parameters of families that are listed above. */
    static final List<Family<?>> OTHER_FORMS =
            List.of(Bernoulli.BY_LOGITS, Categorical.BY_LOGITS, Empirical.BY_WEIGHTS, NegativeBinomial.BY_LOGITS);

    private DiscreteFamilies() {}
}
