package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.continuous.BetaMath;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * The distribution of Lewandowski, Kurowicka and Joe of correlation matrices, and that of their Cholesky factors. Rows of the factor are
 * independent: row i (from 0) has a uniform direction before its diagonal, of length √y with y ~ Beta(i/2, η + (d − 1 − i)/2), and √(1 − y) on it.
 */
abstract sealed class CorrelationFamily extends VectorFamily implements Reparameterized, HasEntropy, HasMode
        permits LKJ, LKJCholesky {
    private static final double LOG_PI = 1.1447298858494001741;

    private final Tensor concentration;

    CorrelationFamily(Family<?> family, List<Tensor> parameters) {
        super(family, parameters, square(Dimension.of(family.name(), parameters.get(0))));
        this.concentration = parameters.get(1);
    }

    private static Shape square(int d) {
        return Shape.of(d, d);
    }

    static Parameter[] dimensionAndConcentration() {
        return new Parameter[] {
            new Parameter("dimension", Interval.atLeast(2).whole()), Parameter.positive("concentration")
        };
    }

    final int dimension() {
        return eventShape().at(0);
    }

    /** {@return the parameter η as it was given} */
    public final Tensor concentration() {
        return concentration;
    }

    /** 1, …, d − 1. */
    private Tensor rows() {
        return backend().arange(dimension() - 1).cast(DType.FLOAT64).plus(1);
    }

    /** d − 2, …, 0: d − 1 − i for the rows i from 1 on. */
    final Tensor rowsAfter() {
        return rows().neg().plus(dimension() - 1);
    }

    /** η + (d − 1 − i)/2, [batch…, d − 1]. */
    private Tensor secondShapes() {
        return concentration.expandDims(-1).plus(rowsAfter().times(0.5));
    }

    /** The logarithm of the integral of |R|^(η − 1) over the elements below the diagonal: Σ ½i log π + log Γ(η + (d − 1 − i)/2) − log Γ(η + (d − 1)/2). */
    final Tensor logNormaliser() {
        return rows().times(0.5 * LOG_PI)
                .minus(secondShapes().logGammaDifference(rows().times(0.5)))
                .sum(-1);
    }

    /** E[log Lᵢᵢ] for the rows from 1 on. */
    final Tensor meanLogDiagonal() {
        return secondShapes().digammaDifference(rows().times(0.5)).times(-0.5);
    }

    final Tensor factorDraw(RandomKey key, Shape shape) {
        int d = dimension();
        Tensor logits =
                BetaMath.logitDraw(key.foldIn(0), rows().times(0.5), secondShapes(), shape.then(Shape.of(d - 1)));
        Tensor one = backend().ones(shape.then(Shape.of(1)), DType.FLOAT64);
        Tensor lengths =
                Tensor.concat(List.of(one, HostMath.sigmoid(logits).sqrt()), -1).expandDims(-1);
        Tensor diagonal = Tensor.concat(
                        List.of(one, HostMath.sigmoid(logits.neg()).sqrt()), -1)
                .expandDims(-1);
        Tensor z = Draws.normal(key.foldIn(1), backend(), shape.then(eventShape()), DType.FLOAT64);
        Tensor isDiagonal = backend().eye(d, DType.BOOL);
        Tensor isFirstRow = backend().arange(d).equalTo(0).expandDims(-1);
        Tensor below = Tensor.where(isDiagonal, constant(0), z.lowerTriangle());
        // The first row has nothing before its diagonal, and no direction.
        Tensor directions = Tensor.where(
                isFirstRow, constant(0), FixedOrder.normalised(Tensor.where(isFirstRow, constant(1), below)));
        return Tensor.where(isDiagonal, diagonal, directions.times(lengths));
    }

    @Override
    final Tensor inner() {
        return backend().eye(dimension(), DType.FLOAT64);
    }

    @Override
    public final Tensor rsample(RandomKey key, Shape sampleShape) {
        return drawn(key, sampleShape);
    }

    /** The identity for η of at least a bound, NaN below it. */
    final Tensor identityFrom(double least) {
        return statistic(this, eventShape(), d -> {
            Tensor hasMode =
                    d.concentration().greaterEqual(least).expandDims(-1).expandDims(-1);
            return Tensor.where(hasMode, d.inner(), d.constant(Double.NaN));
        });
    }
}
