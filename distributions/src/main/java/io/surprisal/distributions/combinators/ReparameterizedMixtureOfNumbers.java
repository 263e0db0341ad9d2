package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** A mixture of continuous numbers, whose draws have implicit derivatives. */
final class ReparameterizedMixtureOfNumbers extends MixtureOfNumbers implements Reparameterized {
    ReparameterizedMixtureOfNumbers(MixtureParts parts) {
        super(parts);
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> {
            ReparameterizedMixtureOfNumbers d = (ReparameterizedMixtureOfNumbers) inDoubles();
            return Implicit.draw(d, drawn(key, sampleShape).cast(d.dtype())).cast(dtype());
        });
    }
}
