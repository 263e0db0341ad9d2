package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.continuous.Gumbel;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.family.Family;
import java.util.List;

/** The families of continuous distributions of numbers, a line each. */
final class ContinuousFamilies {
    static final List<Family<?>> ALL = List.of(
            Gumbel.FAMILY, //
            Normal.FAMILY //
            );

    private ContinuousFamilies() {}
}
