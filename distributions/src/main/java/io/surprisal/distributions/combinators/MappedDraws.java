package io.surprisal.distributions.combinators;

import io.surprisal.distributions.bijectors.Affine;
import io.surprisal.distributions.bijectors.Bijector;
import io.surprisal.tensor.HostComputation;
import io.surprisal.tensor.Tensor;

/** Draws under a map, with the same bits on every backend: on the host, where the map is more than a product and a sum. */
final class MappedDraws {
    private MappedDraws() {}

    static Tensor of(Bijector map, Tensor draws) {
        return map instanceof Affine
                ? map.forward(draws)
                : HostComputation.of(
                        draws.backend(), host -> map.mapTensors(host).forward(host.apply(draws)));
    }
}
