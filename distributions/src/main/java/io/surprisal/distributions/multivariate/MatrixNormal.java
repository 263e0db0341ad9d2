package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.CholeskyFactor;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.PositiveDefinite;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Normal distributions of matrices X of n rows and p columns, with density exp(−½ tr(V⁻¹(X − M)ᵀU⁻¹(X − M)))/((2π)^(np/2) |U|^(p/2) |V|^(n/2)):
 * elements covary as Uᵢₖ Vⱼₗ. By the covariance U of rows and V of columns, or by their lower Cholesky factors A and B.
 *
 * <p>Matrices of finite numbers are the support; others have log-density −∞. Draws are M + A Z Bᵀ with standard normal Z. Only the product of U and
 * V counts: cU and V/c are one distribution.
 *
 * <p>Accuracy: log-densities, entropies and moments within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for n and p up to 4.
 */
public final class MatrixNormal extends VectorFamily implements Reparameterized, HasEntropy, HasMoments, HasMode {
    /** The parameters mean, rowCovariance and columnCovariance. */
    public static final Family<MatrixNormal> FAMILY = Family.of(
            "MatrixNormal",
            p -> new MatrixNormal(MatrixNormal.FAMILY, p, false),
            new Parameter("mean", Interval.REAL.over(2)),
            new Parameter("rowCovariance", new PositiveDefinite()),
            new Parameter("columnCovariance", new PositiveDefinite()));

    /** The parameters mean, rowFactor and columnFactor. */
    public static final Family<MatrixNormal> BY_FACTORS = Family.of(
            "MatrixNormal",
            p -> new MatrixNormal(MatrixNormal.BY_FACTORS, p, true),
            new Parameter("mean", Interval.REAL.over(2)),
            new Parameter("rowFactor", new CholeskyFactor()),
            new Parameter("columnFactor", new CholeskyFactor()));

    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private final Tensor mean;
    private final MatrixParameter rows;
    private final MatrixParameter columns;

    private MatrixNormal(Family<?> family, List<Tensor> parameters, boolean byFactors) {
        super(family, parameters, MatrixParameter.lastAxes(family, parameters.get(0)));
        this.mean = parameters.get(0);
        this.rows = new MatrixParameter(family, 1, parameters.get(1), byFactors);
        this.columns = new MatrixParameter(family, 2, parameters.get(2), byFactors);
        if (rows.dimension() != rowCount() || columns.dimension() != columnCount()) {
            throw new IllegalArgumentException("MatrixNormal: a mean of shape " + mean.shape() + " needs matrices of "
                    + rowCount() + " rows for its rows and of " + columnCount()
                    + " for its columns, but they have the shapes "
                    + parameters.get(1).shape() + " and " + parameters.get(2).shape() + ". Exchange them?");
        }
    }

    /**
     * {@return the normal distributions of matrices with this mean and these covariances} Values are checked, but not inside a gradient call.
     *
     * @param mean M, [batch…, n, p], finite
     * @param rowCovariance U, [batch…, n, n], symmetric positive definite
     * @param columnCovariance V, [batch…, p, p], symmetric positive definite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static MatrixNormal of(Tensor mean, Tensor rowCovariance, Tensor columnCovariance) {
        return FAMILY.of(mean, rowCovariance, columnCovariance);
    }

    /**
     * {@return the normal distributions of matrices with these Cholesky factors} Values are checked, but not inside a gradient call.
     *
     * @param mean M, [batch…, n, p], finite
     * @param rowFactor A with A Aᵀ = U, [batch…, n, n], with a positive diagonal; what stands above the diagonal is not read
     * @param columnFactor B with B Bᵀ = V, [batch…, p, p], with a positive diagonal
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static MatrixNormal fromCholesky(Tensor mean, Tensor rowFactor, Tensor columnFactor) {
        return BY_FACTORS.of(mean, rowFactor, columnFactor);
    }

    private int rowCount() {
        return eventShape().at(0);
    }

    private int columnCount() {
        return eventShape().at(1);
    }

    /** {@return M as it was given} */
    public Tensor location() {
        return mean;
    }

    @Override
    public Constraint support() {
        return Interval.REAL.over(2);
    }

    /** ½ log |U ⊗ V|. */
    private Tensor halfLogDeterminant() {
        Tensor ofRows = rows.factor().diagonal().log().sum(-1).times(columnCount());
        return columns.factor().diagonal().log().sum(-1).times(rowCount()).plus(ofRows);
    }

    @Override
    Tensor logDensity(Tensor x) {
        Tensor deviation = x.minus(mean);
        Tensor half = rows.factor().triangularSolve(deviation, false);
        Tensor z = columns.factor().triangularSolve(half.matrixTranspose(), false);
        Tensor normaliser = halfLogDeterminant().plus(rowCount() * columnCount() * HALF_LOG_TWO_PI);
        Tensor value = z.square().sum(-1, -2).times(-0.5).minus(normaliser);
        // Of the largest numbers, products may overflow on both sides.
        Tensor given = deviation.isNaN().any(-1, -2).or(normaliser.isNaN());
        return Tensor.where(value.isNaN().and(given.not()), constant(Double.NEGATIVE_INFINITY), value);
    }

    @Override
    Tensor inner() {
        return mean;
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        Tensor z = Draws.normal(key, backend(), shape.then(eventShape()), DType.FLOAT64);
        Tensor left = FixedOrder.matmul(rows.factorInFixedOrder(), z, false, false);
        return FixedOrder.matmul(left, columns.factorInFixedOrder(), false, true)
                .plus(mean);
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return drawn(key, sampleShape);
    }

    /** {@return ½np log 2πe + ½p log |U| + ½n log |V|} */
    @Override
    public Tensor entropy() {
        return statistic(
                this,
                Shape.scalar(),
                d -> d.halfLogDeterminant().plus(rowCount() * columnCount() * (HALF_LOG_TWO_PI + 0.5)));
    }

    /** {@return M} */
    @Override
    public Tensor mean() {
        return mean.broadcastTo(batchShape().then(eventShape()));
    }

    /** {@return Uᵢᵢ Vⱼⱼ} */
    @Override
    public Tensor variance() {
        return statistic(
                this,
                eventShape(),
                d -> d.rows.diagonal().expandDims(-1).times(d.columns.diagonal().expandDims(-2)));
    }

    /** {@return M} */
    @Override
    public Tensor mode() {
        return mean();
    }
}
