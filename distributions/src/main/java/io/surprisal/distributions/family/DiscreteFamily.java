package io.surprisal.distributions.family;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * A family of distributions of whole numbers, whose outcomes have the parameters' dtype; outcomes may be
 * given as INT64 too. Tails are asked for at whole numbers of the support:
 * cdf(x) is that of the whole number below. Unless a family overrides it, a draw is the quantile of a uniform number.
 */
public abstract class DiscreteFamily extends ScalarFamily {
    /**
     * A batch of distributions.
     *
     * @param family the family, of the same class
     * @param parameters the parameters in the family's order
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    protected DiscreteFamily(Family<?> family, List<Tensor> parameters) {
        super(family, parameters);
    }

    @Override
    final boolean hasAtoms() {
        return true;
    }

    @Override
    protected Tensor draw(RandomKey key, Shape shape) {
        return tails().ofLower(Draws.uniform(key, backend(), shape, DType.FLOAT64));
    }
}
