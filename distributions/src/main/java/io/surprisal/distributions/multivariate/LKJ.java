package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.CorrelationMatrix;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Lewandowski, Kurowicka and Joe's distributions of correlation matrices R of d rows, with density |R|^(η − 1)/Z over the elements below the
 * diagonal: uniform for η = 1, near the identity for large η. Each correlation alone is 2b − 1 with a beta variable b, of both shapes η − 1 + d/2.
 *
 * <p>Matrices that are not symmetric positive definite with ones on the diagonal have log-density −∞. Draws are made row by row of the Cholesky
 * factor ({@link LKJCholesky}); their derivatives in η are implicit.
 *
 * <p>Accuracy: log-densities, entropies and moments within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for η from 0.1 to 1,000
 * and d up to 8; for η of 10⁻⁶ and 10⁶ within 1e-12 in place of 1e-14.
 *
 * @see <a href="https://doi.org/10.1016/j.jmva.2009.04.008">Lewandowski, Kurowicka and Joe, Generating random correlation matrices based on vines
 *     and extended onion method (2009)</a>
 */
public final class LKJ extends CorrelationFamily implements HasMoments {
    /** The parameters dimension and concentration. */
    public static final Family<LKJ> FAMILY = Family.of("LKJ", LKJ::new, dimensionAndConcentration());

    private LKJ(List<Tensor> parameters) {
        super(FAMILY, parameters);
    }

    /**
     * {@return the distributions of correlation matrices with these concentrations} Values are checked, but not inside a gradient call.
     *
     * @param dimension d, at least 2
     * @param concentration η, [batch…], positive and finite
     * @throws IllegalArgumentException if d is less than 2, a concentration not positive, or the dtype not floating
     */
    public static LKJ of(int dimension, Tensor concentration) {
        return FAMILY.of(concentration.backend().scalar(dimension, concentration.dtype()), concentration);
    }

    @Override
    public Constraint support() {
        return new CorrelationMatrix();
    }

    @Override
    Tensor logDensity(Tensor x) {
        Tensor logDeterminant = FixedOrder.cholesky(x).diagonal().log().sum(-1).times(2);
        return logDeterminant.times(concentration().minus(1)).minus(logNormaliser());
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        Tensor factor = factorDraw(key, shape);
        Tensor isDiagonal = backend().eye(dimension(), DType.BOOL);
        return Tensor.where(isDiagonal, constant(1), FixedOrder.matmul(factor, factor, false, true));
    }

    /** {@return log Z − (η − 1) E[log |R|]} */
    @Override
    public Tensor entropy() {
        return statistic(this, Shape.scalar(), d -> {
            Tensor meanLogDeterminant = d.meanLogDiagonal().sum(-1).times(2);
            return d.logNormaliser()
                    .minus(meanLogDeterminant.times(d.concentration().minus(1)));
        });
    }

    /** {@return the identity} */
    @Override
    public Tensor mean() {
        return statistic(this, eventShape(), CorrelationFamily::inner);
    }

    /** {@return 1/(2η + d − 1) beside the diagonal, and 0 on it} */
    @Override
    public Tensor variance() {
        return statistic(this, eventShape(), d -> {
            Tensor ofElements =
                    d.concentration().times(2).plus(d.dimension() - 1).reciprocal();
            Tensor isDiagonal = d.backend().eye(d.dimension(), DType.BOOL);
            return Tensor.where(
                    isDiagonal, d.constant(0), ofElements.expandDims(-1).expandDims(-1));
        });
    }

    /** {@return the identity; NaN for η &lt; 1, where the density is unbounded at singular matrices} */
    @Override
    public Tensor mode() {
        return identityFrom(1);
    }
}
