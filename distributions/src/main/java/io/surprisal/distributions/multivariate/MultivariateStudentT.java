package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMode;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.continuous.GammaMath;
import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.distributions.family.MatrixChecks;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.special.GammaFunction;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Consumer;

/**
 * Student's t-distributions of vectors with ν degrees of freedom, with density Γ((ν + d)/2)/(Γ(ν/2) (νπ)^(d/2) √|Σ|) (1 + m/ν)^(−(ν + d)/2) of
 * m = (x − μ)ᵀ Σ⁻¹ (x − μ); by the scale matrix Σ, by its lower Cholesky factor L with L Lᵀ = Σ, or by the scales of uncorrelated elements, for
 * which no matrix is formed. The covariance is Σν/(ν − 2).
 *
 * <p>Draws are μ + Lz √(ν/2g) with standard normal z and a gamma draw g of concentration ν/2, through whose implicit derivative they depend on ν.
 */
public final class MultivariateStudentT implements Reparameterized, HasEntropy, HasMoments, HasMode {
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

    private final Tensor df;
    private final Tensor location;
    private final CovarianceRoot root;
    private final Shape batchShape;

    private MultivariateStudentT(Tensor df, Tensor location, CovarianceRoot root) {
        this.df = df;
        this.location = location;
        this.root = root;
        String name = "MultivariateStudentT";
        Shape vectors = BatchShape.common(
                name,
                "the batch of location",
                location.shape().axes(0, location.rank() - 1),
                "the batch of scale",
                root.batchShape());
        this.batchShape = BatchShape.common(name, "df", df.shape(), "the batch of vectors", vectors);
    }

    /**
     * {@return the t-distributions with these parameters} Values are checked, but not inside a gradient call.
     *
     * @param df ν, [batch…], positive and finite
     * @param location μ, [batch…, d], finite
     * @param scale Σ, [batch…, d, d], symmetric positive definite
     * @throws IllegalArgumentException if a value is outside its domain, Σ not symmetric, or shapes, dtypes or backends do not fit
     * @throws ArithmeticException if a Σ is not positive definite; the message names its batch index
     */
    public static MultivariateStudentT of(Tensor df, Tensor location, Tensor scale) {
        MatrixChecks.requireSymmetric(new Argument("MultivariateStudentT", "scale", scale));
        requireFit(df, location, scale);
        return new MultivariateStudentT(df, location, new CovarianceRoot.Triangle(scale.cholesky()));
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
        MatrixChecks.requireSquare(new Argument("MultivariateStudentT", "factor", factor));
        Scope.run(() -> new Argument("MultivariateStudentT", "the diagonal of factor", factor.diagonal())
                .requireAll(Interval.POSITIVE));
        requireFit(df, location, factor);
        return new MultivariateStudentT(df, location, new CovarianceRoot.Triangle(factor.lowerTriangle()));
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
        new Argument("MultivariateStudentT", "scale", scale)
                .requireFloating()
                .requireVector("elements")
                .requireAll(Interval.POSITIVE);
        requireFit(df, location, scale);
        return new MultivariateStudentT(df, location, new CovarianceRoot.Scales(scale));
    }

    private static void requireFit(Tensor df, Tensor location, Tensor scale) {
        Argument place = new Argument("MultivariateStudentT", "location", location).requireVector("elements");
        if (location.shape().dim(-1) != scale.shape().dim(-1)) {
            throw new IllegalArgumentException("MultivariateStudentT: a location of shape " + location.shape()
                    + " and a scale of shape " + scale.shape() + " must have equal last lengths.");
        }
        place.requireAlike(new Argument("MultivariateStudentT", "scale", scale));
        place.requireAll(Interval.REAL);
        Argument freedom = new Argument("MultivariateStudentT", "df", df);
        freedom.requireAlike(place);
        freedom.requireAll(Interval.POSITIVE);
    }

    /** {@return ν as it was given} */
    public Tensor df() {
        return df;
    }

    /** {@return μ as it was given} */
    public Tensor location() {
        return location;
    }

    /** {@return the lower Cholesky factor L of Σ, [batch…, d, d]} */
    public Tensor factor() {
        return root.matrix();
    }

    /** {@return the number d of elements of one outcome} */
    public int dimension() {
        return location.shape().dim(-1);
    }

    @Override
    public Shape batchShape() {
        return batchShape;
    }

    @Override
    public Shape eventShape() {
        return Shape.of(dimension());
    }

    @Override
    public Constraint support() {
        return Interval.REAL.over(1);
    }

    @Override
    public Backend backend() {
        return location.backend();
    }

    @Override
    public DType dtype() {
        return location.dtype();
    }

    private Tensor logNormaliser() {
        return LOG_NORMALISER
                .of(df, backend().scalar(dimension(), dtype()))
                .minus(root.diagonal().log().sum(-1));
    }

    @Override
    public Tensor logProb(Tensor x) {
        BatchShape.requireEvent("MultivariateStudentT", x.shape(), eventShape());
        return Scope.tidy(() -> {
            Tensor squares = root.solve(x.minus(location)).square().sum(-1);
            Tensor power = df.plus(dimension()).times(0.5);
            return logNormaliser().minus(squares.div(df).log1p().times(power));
        });
    }

    @Override
    public Tensor sample(RandomKey key, Shape sampleShape) {
        return draw(key, sampleShape, df.stopGradient(), location.stopGradient(), root.stopGradient());
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return draw(key, sampleShape, df, location, root);
    }

    private Tensor draw(RandomKey key, Shape sampleShape, Tensor freedom, Tensor place, CovarianceRoot spread) {
        Shape shape = sampleShape.then(batchShape);
        return Scope.tidy(() -> {
            Tensor z = Draws.normal(key.foldIn(0), backend(), shape.then(eventShape()), dtype());
            Tensor half = freedom.times(0.5);
            Tensor logRate = GammaMath.logDraw(key.foldIn(1), half, shape).minus(half.log());
            return spread.times(z)
                    .times(logRate.times(-0.5).exp().expandDims(-1))
                    .plus(place);
        });
    }

    /** {@return ½(ν + d)(ψ((ν + d)/2) − ψ(ν/2)) less the logarithm of the density at μ} */
    @Override
    public Tensor entropy() {
        return Scope.tidy(() -> {
            Tensor half = backend().scalar(0.5 * dimension(), dtype());
            Tensor digammas = df.times(0.5).digammaDifference(half);
            return df.plus(dimension())
                    .times(0.5)
                    .times(digammas)
                    .minus(logNormaliser())
                    .broadcastTo(batchShape);
        });
    }

    /** {@return μ, batchShape + [d]; NaN for ν ≤ 1} */
    @Override
    public Tensor mean() {
        return Scope.tidy(() -> Tensor.where(df.greater(1).expandDims(-1), location, number(Double.NaN))
                .broadcastTo(batchShape.then(eventShape())));
    }

    /** {@return the diagonal of Σν/(ν − 2), batchShape + [d]; +∞ for ν ≤ 2, NaN for ν ≤ 1} */
    @Override
    public Tensor variance() {
        return Scope.tidy(() -> {
            Tensor factor = Tensor.where(df.greater(2), df.div(df.minus(2)), number(Double.POSITIVE_INFINITY));
            Tensor defined = Tensor.where(df.greater(1), factor, number(Double.NaN));
            return root.variance().times(defined.expandDims(-1)).broadcastTo(batchShape.then(eventShape()));
        });
    }

    /** {@return μ, batchShape + [d]} */
    @Override
    public Tensor mode() {
        return location.broadcastTo(batchShape.then(eventShape()));
    }

    private Tensor number(double value) {
        return backend().scalar(value, dtype());
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(df);
        visitor.accept(location);
        visitor.accept(root.parameter());
    }

    @Override
    public String toString() {
        return "MultivariateStudentT " + batchShape + " of " + dimension() + " elements, " + dtype() + " on "
                + backend().name();
    }
}
