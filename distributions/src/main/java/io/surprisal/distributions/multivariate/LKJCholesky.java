package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.CorrelationFactor;
import io.surprisal.distributions.family.Family;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * The distributions of the lower Cholesky factors L of {@link LKJ} correlation matrices of d rows, with density Π Lᵢᵢ^(d − i + 2η − 2)/Z over the
 * elements below the diagonal, i from 2 to d.
 *
 * <p>Matrices that are not lower triangles with a positive diagonal and rows of length 1 have log-density −∞. The derivatives of draws in η are
 * implicit.
 *
 * <p>Accuracy: log-densities and entropies within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for η from 0.1 to 1,000 and d up to 8; for
 * η of 10⁻⁶ and 10⁶ within 1e-12 in place of 1e-14.
 */
public final class LKJCholesky extends CorrelationFamily {
    /** The parameters dimension and concentration. */
    public static final Family<LKJCholesky> FAMILY =
            Family.of("LKJCholesky", LKJCholesky::new, dimensionAndConcentration());

    private LKJCholesky(List<Tensor> parameters) {
        super(FAMILY, parameters);
    }

    /**
     * {@return the distributions of factors of correlation matrices with these concentrations} Values are checked, but not inside a gradient
     * call.
     *
     * @param dimension d, at least 2
     * @param concentration η, [batch…], positive and finite
     * @throws IllegalArgumentException if d is less than 2, a concentration not positive, or the dtype not floating
     */
    public static LKJCholesky of(int dimension, Tensor concentration) {
        return FAMILY.of(concentration.backend().scalar(dimension, concentration.dtype()), concentration);
    }

    @Override
    public Constraint support() {
        return new CorrelationFactor();
    }

    /** d − i + 2η − 2 for the rows from the second on. */
    private Tensor powers() {
        return concentration().minus(1).times(2).expandDims(-1).plus(rowsAfter());
    }

    @Override
    Tensor logDensity(Tensor x) {
        Tensor logs = x.diagonal().slice(-1, 1, dimension()).log();
        return logs.times(powers()).sum(-1).minus(logNormaliser());
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        return factorDraw(key, shape);
    }

    /** {@return log Z − Σ (d − i + 2η − 2) E[log Lᵢᵢ]} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                Shape.scalar(),
                d -> d.logNormaliser()
                        .minus(d.meanLogDiagonal().times(d.powers()).sum(-1)));
    }

    /** {@return the identity; NaN for η &lt; 1, where the density is unbounded} */
    @Override
    public Tensor mode() {
        return identityFrom(1);
    }
}
