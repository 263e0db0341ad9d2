package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A mixture of vectors whose elements have known conditional distributions, so that draws have implicit derivatives. */
final class ReparameterizedMixtureOfEvents extends MixtureOfEvents implements Reparameterized {
    ReparameterizedMixtureOfEvents(MixtureParts parts) {
        super(parts);
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> {
            Tensor drawn = sample(key, sampleShape).stopGradient();
            boolean canBeRebuilt = components().stream().allMatch(Outcomes::canBeRebuilt);
            MixtureParts parts = canBeRebuilt ? parts().mapTensors(t -> t.cast(DType.FLOAT64)) : parts();
            Tensor moving = DistributionalTransform.moving(
                    parts, drawn.cast(parts.weights().dtype()));
            return moving.cast(dtype());
        });
    }
}
