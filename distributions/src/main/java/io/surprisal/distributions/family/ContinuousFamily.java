package io.surprisal.distributions.family;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * A family of continuous distributions of numbers, whose draws are differentiable. Unless a family overrides it, a draw is the quantile of a
 * uniform number, and the derivative that of the quantile at a fixed probability: the implicit reparameterisation gradient.
 */
public abstract class ContinuousFamily extends ScalarFamily implements Reparameterized {
    /**
     * A batch of distributions.
     *
     * @param family the family, of the same class
     * @param parameters the parameters in the family's order
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    protected ContinuousFamily(Family<?> family, List<Tensor> parameters) {
        super(family, parameters);
    }

    @Override
    final boolean hasAtoms() {
        return false;
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return restore(tails().ofLower(Draws.uniform(key, backend(), shape, DType.FLOAT64)));
    }

    @Override
    public final Tensor rsample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> drawInOwnType(key, sampleShape.then(batchShape())));
    }
}
