package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.constraints.CholeskyFactor;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.PositiveDefinite;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Normal distributions of vectors, with density exp(−½ (x − μ)ᵀ Σ⁻¹ (x − μ)) / √|2πΣ|; by the covariance Σ, by its lower Cholesky factor L
 * with L Lᵀ = Σ, by the precision Σ⁻¹, by the standard deviations of independent elements, for which no matrix is formed, or by loadings W and
 * a diagonal D with Σ = W Wᵀ + D, for which none of d rows is.
 *
 * <p>Vectors of finite numbers are the support; others have log-density −∞. Draws are μ + Lz with standard normal z, summed in one order, so
 * that a key gives the same draw on every backend; those by loadings are μ + Wy + √D z.
 *
 * <p>Accuracy: log-densities and entropies within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for d up to 8; within
 * 1e-12 in place of 1e-14 for nearly singular matrices, as of a correlation 1 − 2⁻⁴⁰, or loadings 10⁸ times larger than the diagonal.
 */
public final class MultivariateNormal extends Elliptical {
    /** The parameters mean and covariance. */
    public static final Family<MultivariateNormal> FAMILY = Family.of(
            "MultivariateNormal",
            p -> new MultivariateNormal(
                    MultivariateNormal.FAMILY, p, FullCovariance.of("MultivariateNormal", "covariance", p.get(1))),
            Parameter.vector("mean"),
            new Parameter("covariance", new PositiveDefinite()));

    /** The parameters mean and factor. */
    public static final Family<MultivariateNormal> BY_FACTOR = Family.of(
            "MultivariateNormal",
            p -> new MultivariateNormal(
                    MultivariateNormal.BY_FACTOR, p, FactorCovariance.of("MultivariateNormal", p.get(1))),
            Parameter.vector("mean"),
            new Parameter("factor", new CholeskyFactor()));

    /** The parameters mean and precision. */
    public static final Family<MultivariateNormal> BY_PRECISION = Family.of(
            "MultivariateNormal",
            p -> new MultivariateNormal(
                    MultivariateNormal.BY_PRECISION, p, PrecisionCovariance.of("MultivariateNormal", p.get(1))),
            Parameter.vector("mean"),
            new Parameter("precision", new PositiveDefinite()));

    /** The parameters mean and scale. */
    public static final Family<MultivariateNormal> BY_SCALES = Family.of(
            "MultivariateNormal",
            p -> new MultivariateNormal(
                    MultivariateNormal.BY_SCALES, p, DiagonalCovariance.of("MultivariateNormal", p.get(1))),
            Parameter.vector("mean"),
            new Parameter("scale", Interval.POSITIVE.over(1)));

    /** The parameters mean, loadings and diagonal. */
    public static final Family<MultivariateNormal> BY_LOW_RANK = Family.of(
            "MultivariateNormal",
            p -> new MultivariateNormal(
                    MultivariateNormal.BY_LOW_RANK, p, LowRankCovariance.of("MultivariateNormal", p.get(1), p.get(2))),
            Parameter.vector("mean"),
            new Parameter("loadings", Interval.REAL.over(2)),
            new Parameter("diagonal", Interval.POSITIVE.over(1)));

    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** ½ log 2πe. */
    private static final double HALF_LOG_TWO_PI_E = 1.4189385332046727418;

    private MultivariateNormal(Family<?> family, List<Tensor> parameters, Covariance covariance) {
        super(family, parameters, parameters.get(0), covariance);
    }

    /**
     * {@return the normal distributions with this mean and covariance} Values are checked, but not inside a gradient call.
     *
     * @param mean μ, [batch…, d], finite
     * @param covariance Σ, [batch…, d, d], symmetric positive definite
     * @throws IllegalArgumentException if the mean is not finite, the covariance not symmetric positive definite, or shapes, dtypes or
     *     backends do not fit
     */
    public static MultivariateNormal of(Tensor mean, Tensor covariance) {
        return FAMILY.of(mean, covariance);
    }

    /**
     * {@return the normal distributions with this mean and Cholesky factor of the covariance} Values are checked, but not inside a
     * gradient call.
     *
     * @param mean μ, [batch…, d], finite
     * @param factor L, [batch…, d, d], with a positive diagonal; what stands above the diagonal is not read
     * @throws IllegalArgumentException if the mean is not finite, the diagonal not positive, or shapes, dtypes or backends do not fit
     */
    public static MultivariateNormal fromCholesky(Tensor mean, Tensor factor) {
        return BY_FACTOR.of(mean, factor);
    }

    /**
     * {@return the normal distributions with this mean and inverse of the covariance} Values are checked, but not inside a gradient call.
     *
     * @param mean μ, [batch…, d], finite
     * @param precision Σ⁻¹, [batch…, d, d], symmetric positive definite
     * @throws IllegalArgumentException if the mean is not finite, the precision not symmetric positive definite, or shapes, dtypes or
     *     backends do not fit
     */
    public static MultivariateNormal fromPrecision(Tensor mean, Tensor precision) {
        return BY_PRECISION.of(mean, precision);
    }

    /**
     * {@return the normal distributions of independent elements} Values are checked, but not inside a gradient call.
     *
     * @param mean μ, [batch…, d], finite
     * @param scale the standard deviations σ, [batch…, d], positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static MultivariateNormal fromScales(Tensor mean, Tensor scale) {
        return BY_SCALES.of(mean, scale);
    }

    /**
     * {@return the normal distributions with covariance W Wᵀ + D, as factor analysis has it} A log-density costs O(dk) for each vector.
     * Values are checked, but not inside a gradient call.
     *
     * @param mean μ, [batch…, d], finite
     * @param loadings W, [batch…, d, k], finite
     * @param diagonal D as a vector of variances, [batch…, d], positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static MultivariateNormal fromLowRank(Tensor mean, Tensor loadings, Tensor diagonal) {
        return BY_LOW_RANK.of(mean, loadings, diagonal);
    }

    @Override
    Tensor logDensity(Tensor deviation) {
        Tensor z = spread().whitened(deviation);
        Tensor zero = z.backend().scalar(0, z.dtype());
        Tensor one = z.backend().scalar(1, z.dtype());
        int more = z.shape().dim(-1) - dimension();
        return z.normalLogProb(zero, one, 1)
                .cast(DType.FLOAT64)
                .plus(more * HALF_LOG_TWO_PI)
                .minus(spread().halfLogDeterminant());
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        return spread().draw(key, shape.then(eventShape()));
    }

    /** {@return Σ, [batch…, d, d]} */
    public Tensor covariance() {
        return statistic(eventShape().then(eventShape()), () -> spread().matrix());
    }

    /** {@return ½ log |2πeΣ| = ½ d log 2πe + Σ log Lᵢᵢ} */
    @Override
    public Tensor entropy() {
        return statistic(Shape.scalar(), () -> spread().halfLogDeterminant().plus(dimension() * HALF_LOG_TWO_PI_E));
    }

    /** {@return μ, batchShape + [d]} */
    @Override
    public Tensor mean() {
        return location().broadcastTo(batchShape().then(eventShape()));
    }

    /** {@return the diagonal of Σ, batchShape + [d]} */
    @Override
    public Tensor variance() {
        return statistic(eventShape(), () -> spread().variance());
    }
}
