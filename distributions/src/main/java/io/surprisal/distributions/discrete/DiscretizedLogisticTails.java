package io.surprisal.distributions.discrete;

import io.surprisal.distributions.family.HostMath;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * The tails of a logistic variable at the ends of levels: at z + ½ and around.
 *
 * @param location m
 * @param scale s
 * @param levels n
 */
record DiscretizedLogisticTails(Tensor location, Tensor scale, Tensor levels) implements LevelTails {
    /** The logarithm of the probability of a level. */
    Tensor logMass(Tensor z) {
        Tensor zero = z.times(0);
        Tensor isFirst = z.equalTo(0);
        Tensor isLast = z.equalTo(levels.minus(1));
        Tensor below = standardised(z.minus(1)).softplus();
        Tensor above = standardised(z).neg().softplus();
        Tensor inner = scale.reciprocal().neg().log1mexp().plus(zero);
        return Tensor.where(isFirst.or(isLast), zero, inner)
                .minus(Tensor.where(isFirst, zero, below))
                .minus(Tensor.where(isLast, zero, above));
    }

    /** Draws of the logistic variable, rounded and taken to the levels. */
    Tensor draw(RandomKey key, Shape shape) {
        Tensor u = Draws.uniform(key, location.backend(), shape, DType.FLOAT64);
        Tensor logistic = HostMath.log(u).minus(HostMath.log1p(u.neg()));
        return clipped(logistic.times(scale).plus(location).round());
    }

    private Tensor clipped(Tensor level) {
        return level.maximum(0).minimum(levels.minus(1));
    }

    private Tensor standardised(Tensor z) {
        return z.plus(0.5).minus(location).div(scale);
    }

    @Override
    public Tensor lower(Tensor z) {
        return standardised(z).sigmoid();
    }

    @Override
    public Tensor upper(Tensor z) {
        return standardised(z).neg().sigmoid();
    }

    @Override
    public Tensor logLower(Tensor z) {
        return standardised(z).neg().softplus().neg();
    }

    @Override
    public Tensor logUpper(Tensor z) {
        return standardised(z).softplus().neg();
    }
}
