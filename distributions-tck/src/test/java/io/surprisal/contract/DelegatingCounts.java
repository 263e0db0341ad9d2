package io.surprisal.contract;

import io.surprisal.distributions.discrete.Poisson;
import io.surprisal.tensor.Tensor;

/** A Poisson distribution, of which a flaw overrides one function. */
class DelegatingCounts extends Delegating<Poisson> {
    DelegatingCounts(Tensor rate) {
        super(Poisson.FAMILY.unchecked(rate));
    }
}
