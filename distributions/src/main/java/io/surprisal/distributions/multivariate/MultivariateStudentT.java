package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.constraints.CholeskyFactor;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.constraints.PositiveDefinite;
import io.surprisal.distributions.continuous.GammaMath;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.HostMath;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.RandomKey;
import io.surprisal.special.GammaFunction;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Student's t-distributions of vectors with ν degrees of freedom, with density Γ((ν + d)/2)/(Γ(ν/2) (νπ)^(d/2) √|Σ|) (1 + m/ν)^(−(ν + d)/2) of
 * m = (x − μ)ᵀ Σ⁻¹ (x − μ); by the scale matrix Σ, by its lower Cholesky factor L with L Lᵀ = Σ, by its inverse, by the scales of uncorrelated
 * elements, for which no matrix is formed, or by loadings W and a diagonal D with Σ = W Wᵀ + D, for which none of d rows is. The covariance is
 * Σν/(ν − 2).
 *
 * <p>Vectors of finite numbers are the support; others have log-density −∞. Draws are μ + Lz √(ν/2g) with standard normal z and a gamma draw g
 * of concentration ν/2, through whose implicit derivative they depend on ν.
 *
 * <p>Accuracy: log-densities and entropies within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for ν from 0.1 to 1,000 and d up
 * to 8; within 1e-12 in place of 1e-14 for ν of 10⁻³ and 10⁸ and for nearly singular matrices.
 */
public final class MultivariateStudentT extends Elliptical {
    /** The parameters df, location and scale. */
    public static final Family<MultivariateStudentT> FAMILY = Family.of(
            "MultivariateStudentT",
            p -> new MultivariateStudentT(
                    MultivariateStudentT.FAMILY, p, FullCovariance.of("MultivariateStudentT", "scale", p.get(2))),
            Parameter.positive("df"),
            Parameter.vector("location"),
            new Parameter("scale", new PositiveDefinite()));

    /** The parameters df, location and factor. */
    public static final Family<MultivariateStudentT> BY_FACTOR = Family.of(
            "MultivariateStudentT",
            p -> new MultivariateStudentT(
                    MultivariateStudentT.BY_FACTOR, p, FactorCovariance.of("MultivariateStudentT", p.get(2))),
            Parameter.positive("df"),
            Parameter.vector("location"),
            new Parameter("factor", new CholeskyFactor()));

    /** The parameters df, location and precision. */
    public static final Family<MultivariateStudentT> BY_PRECISION = Family.of(
            "MultivariateStudentT",
            p -> new MultivariateStudentT(
                    MultivariateStudentT.BY_PRECISION, p, PrecisionCovariance.of("MultivariateStudentT", p.get(2))),
            Parameter.positive("df"),
            Parameter.vector("location"),
            new Parameter("precision", new PositiveDefinite()));

    /** The parameters df, location and scale, a vector. */
    public static final Family<MultivariateStudentT> BY_SCALES = Family.of(
            "MultivariateStudentT",
            p -> new MultivariateStudentT(
                    MultivariateStudentT.BY_SCALES, p, DiagonalCovariance.of("MultivariateStudentT", p.get(2))),
            Parameter.positive("df"),
            Parameter.vector("location"),
            new Parameter("scale", Interval.POSITIVE.over(1)));

    /** The parameters df, location, loadings and diagonal. */
    public static final Family<MultivariateStudentT> BY_LOW_RANK = Family.of(
            "MultivariateStudentT",
            p -> new MultivariateStudentT(
                    MultivariateStudentT.BY_LOW_RANK,
                    p,
                    LowRankCovariance.of("MultivariateStudentT", p.get(2), p.get(3))),
            Parameter.positive("df"),
            Parameter.vector("location"),
            new Parameter("loadings", Interval.REAL.over(2)),
            new Parameter("diagonal", Interval.POSITIVE.over(1)));

    /** Of (ν, d): log Γ((ν + d)/2) − log Γ(ν/2) − ½d log νπ. */
    private static final ElementFunction LOG_NORMALISER = ElementFunction.of(
                    "MultivariateStudentT normaliser",
                    (df, d) -> GammaFunction.logGammaDifference(0.5 * df, 0.5 * d) - 0.5 * d * Math.log(df * Math.PI))
            .withSlopes((x, y) -> {
                Tensor df = x.get(0);
                Tensor d = x.get(1);
                return df.times(0.5)
                        .digammaDifference(d.times(0.5))
                        .minus(d.div(df))
                        .times(0.5);
            });

    /** Beyond this 1 does not count beside the square over ν. */
    private static final double LARGE = 1e100;

    private final Tensor df;

    private MultivariateStudentT(Family<?> family, List<Tensor> parameters, Covariance scale) {
        super(family, parameters, parameters.get(1), scale);
        this.df = parameters.get(0);
    }

    /**
     * {@return the t-distributions with these parameters} Values are checked, but not inside a gradient call.
     *
     * @param df ν, [batch…], positive and finite
     * @param location μ, [batch…, d], finite
     * @param scale Σ, [batch…, d, d], symmetric positive definite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static MultivariateStudentT of(Tensor df, Tensor location, Tensor scale) {
        return FAMILY.of(df, location, scale);
    }

    /**
     * {@return the t-distributions with this Cholesky factor of the scale matrix} Values are checked, but not inside a gradient call.
     *
     * @param df ν, [batch…], positive and finite
     * @param location μ, [batch…, d], finite
     * @param factor L, [batch…, d, d], with a positive diagonal; what stands above the diagonal is not read
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static MultivariateStudentT fromCholesky(Tensor df, Tensor location, Tensor factor) {
        return BY_FACTOR.of(df, location, factor);
    }

    /**
     * {@return the t-distributions with this inverse of the scale matrix} Values are checked, but not inside a gradient call.
     *
     * @param df ν, [batch…], positive and finite
     * @param location μ, [batch…, d], finite
     * @param precision Σ⁻¹, [batch…, d, d], symmetric positive definite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static MultivariateStudentT fromPrecision(Tensor df, Tensor location, Tensor precision) {
        return BY_PRECISION.of(df, location, precision);
    }

    /**
     * {@return the t-distributions of uncorrelated elements} Values are checked, but not inside a gradient call.
     *
     * @param df ν, [batch…], positive and finite
     * @param location μ, [batch…, d], finite
     * @param scale the square roots of Σ's diagonal, [batch…, d], positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static MultivariateStudentT fromScales(Tensor df, Tensor location, Tensor scale) {
        return BY_SCALES.of(df, location, scale);
    }

    /**
     * {@return the t-distributions with scale matrix W Wᵀ + D} Values are checked, but not inside a gradient call.
     *
     * @param df ν, [batch…], positive and finite
     * @param location μ, [batch…, d], finite
     * @param loadings W, [batch…, d, k], finite
     * @param diagonal D as a vector, [batch…, d], positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static MultivariateStudentT fromLowRank(Tensor df, Tensor location, Tensor loadings, Tensor diagonal) {
        return BY_LOW_RANK.of(df, location, loadings, diagonal);
    }

    /** {@return ν as it was given} */
    public Tensor df() {
        return df;
    }

    private Tensor freedom() {
        return df.cast(DType.FLOAT64);
    }

    private Tensor logNormaliser() {
        return LOG_NORMALISER.of(freedom(), number(dimension())).minus(spread().halfLogDeterminant());
    }

    @Override
    Tensor logDensity(Tensor deviation) {
        Tensor freedom = freedom();
        Tensor z = spread().whitened(deviation).cast(DType.FLOAT64);
        // The squares of what is large may overflow, and their logarithm does not.
        Tensor largest = z.stopGradient().abs().max(-1);
        Tensor isLarge = largest.greater(LARGE);
        Tensor unit = Tensor.where(isLarge, largest, number(1));
        Tensor squares = z.div(unit.expandDims(-1)).square().sum(-1);
        Tensor ofLarge =
                Tensor.where(isLarge, squares, number(1)).log().plus(unit.log().times(2));
        Tensor logExcess = Tensor.where(
                isLarge, ofLarge.minus(freedom.log()), squares.div(freedom).log1p());
        return logNormaliser().minus(logExcess.times(freedom.plus(dimension()).times(0.5)));
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        Tensor half = freedom().times(0.5);
        Tensor logRate = GammaMath.logDraw(key.foldIn(1), half, shape).minus(HostMath.log(half));
        return spread().draw(key.foldIn(0), shape.then(eventShape()))
                .times(HostMath.exp(logRate.times(-0.5)).expandDims(-1));
    }

    /** {@return ½(ν + d)(ψ((ν + d)/2) − ψ(ν/2)) less the logarithm of the density at μ} */
    @Override
    public Tensor entropy() {
        return statistic(Shape.scalar(), () -> {
            Tensor digammas = freedom().times(0.5).digammaDifference(number(0.5 * dimension()));
            return freedom().plus(dimension()).times(0.5).times(digammas).minus(logNormaliser());
        });
    }

    /** {@return μ, batchShape + [d]; NaN for ν ≤ 1} */
    @Override
    public Tensor mean() {
        return statistic(
                eventShape(),
                () -> Tensor.where(
                        freedom().greater(1).expandDims(-1), location().cast(DType.FLOAT64), number(Double.NaN)));
    }

    /** {@return the diagonal of Σν/(ν − 2), batchShape + [d]; +∞ for ν ≤ 2, NaN for ν ≤ 1} */
    @Override
    public Tensor variance() {
        return statistic(eventShape(), () -> spread().variance().times(growth().expandDims(-1)));
    }

    /** {@return Σν/(ν − 2), batchShape + [d, d]; infinite for ν ≤ 2, with NaN at zeros of Σ, and NaN for ν ≤ 1} */
    public Tensor covariance() {
        return statistic(
                eventShape().then(eventShape()),
                () -> spread().matrix().times(growth().expandDims(-1).expandDims(-1)));
    }

    /** {@return Σ, batchShape + [d, d]} */
    public Tensor scaleMatrix() {
        return statistic(eventShape().then(eventShape()), () -> spread().matrix());
    }

    /** ν/(ν − 2). */
    private Tensor growth() {
        Tensor hasVariance = freedom().greater(2);
        Tensor divisor = Tensor.where(hasVariance, freedom().minus(2), number(1));
        Tensor factor = Tensor.where(hasVariance, freedom().div(divisor), number(Double.POSITIVE_INFINITY));
        return Tensor.where(freedom().greater(1), factor, number(Double.NaN));
    }
}
