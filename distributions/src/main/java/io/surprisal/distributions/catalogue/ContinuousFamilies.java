package io.surprisal.distributions.catalogue;

import io.surprisal.distributions.continuous.Frechet;
import io.surprisal.distributions.continuous.GeneralizedExtremeValue;
import io.surprisal.distributions.continuous.GeneralizedPareto;
import io.surprisal.distributions.continuous.Gumbel;
import io.surprisal.distributions.continuous.HalfCauchy;
import io.surprisal.distributions.continuous.Levy;
import io.surprisal.distributions.continuous.LogLogistic;
import io.surprisal.distributions.continuous.Lomax;
import io.surprisal.distributions.continuous.Maxwell;
import io.surprisal.distributions.continuous.Normal;
import io.surprisal.distributions.continuous.Rayleigh;
import io.surprisal.distributions.family.Family;
import java.util.List;

/** The families of continuous distributions of numbers, a line each. */
final class ContinuousFamilies {
    static final List<Family<?>> ALL = List.of(
            Frechet.FAMILY, //
            GeneralizedExtremeValue.FAMILY, //
            GeneralizedPareto.FAMILY, //
            Gumbel.FAMILY, //
            HalfCauchy.FAMILY, //
            Levy.FAMILY, //
            LogLogistic.FAMILY, //
            Lomax.FAMILY, //
            Maxwell.FAMILY, //
            Normal.FAMILY, //
            Rayleigh.FAMILY //
            );

    private ContinuousFamilies() {}
}
