package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.HasEntropy;
import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Argument;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.distributions.family.MatrixChecks;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Consumer;

/**
 * Normal distributions of vectors, with density exp(−½ (x − μ)ᵀ Σ⁻¹ (x − μ)) / √|2πΣ|; by the covariance Σ, by its lower Cholesky factor L
 * with L Lᵀ = Σ, or by the standard deviations of independent elements, for which no matrix is formed.
 *
 * <p>Draws are μ + Lz with standard normal z. Everything is computed from L: |Σ| is the squared product of its diagonal, and Σ⁻¹ is never
 * formed.
 */
public final class MultivariateNormal implements Reparameterized, HasEntropy, HasMoments {
    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    /** ½ log 2πe. */
    private static final double HALF_LOG_TWO_PI_E = 1.4189385332046727418;

    private final Tensor mean;
    private final CovarianceRoot root;
    private final Shape batchShape;

    private MultivariateNormal(Tensor mean, CovarianceRoot root, Shape batchShape) {
        this.mean = mean;
        this.root = root;
        this.batchShape = batchShape;
    }

    /**
     * {@return the normal distributions with this mean and covariance} Values are checked, but not inside a gradient call.
     *
     * @param mean μ, [batch…, d], finite
     * @param covariance Σ, [batch…, d, d], symmetric positive definite
     * @throws IllegalArgumentException if the mean is not finite, the covariance not symmetric, or shapes, dtypes or backends do not fit
     * @throws ArithmeticException if a covariance is not positive definite; the message names its batch index
     */
    public static MultivariateNormal of(Tensor mean, Tensor covariance) {
        Argument parameter = new Argument("MultivariateNormal", "covariance", covariance);
        MatrixChecks.requireSymmetric(parameter);
        requireFit(mean, covariance);
        return of(mean, new CovarianceRoot.Triangle(covariance.cholesky()));
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
        MatrixChecks.requireSquare(new Argument("MultivariateNormal", "factor", factor));
        Scope.run(() -> new Argument("MultivariateNormal", "the diagonal of factor", factor.diagonal())
                .requireAll(Interval.POSITIVE));
        requireFit(mean, factor);
        return of(mean, new CovarianceRoot.Triangle(factor.lowerTriangle()));
    }

    /**
     * {@return the normal distributions of independent elements} Values are checked, but not inside a gradient call.
     *
     * @param mean μ, [batch…, d], finite
     * @param scale the standard deviations σ, [batch…, d], positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static MultivariateNormal fromScales(Tensor mean, Tensor scale) {
        new Argument("MultivariateNormal", "scale", scale)
                .requireFloating()
                .requireVector("elements")
                .requireAll(Interval.POSITIVE);
        requireFit(mean, scale);
        return of(mean, new CovarianceRoot.Scales(scale));
    }

    private static void requireFit(Tensor mean, Tensor given) {
        Argument location = new Argument("MultivariateNormal", "mean", mean).requireVector("elements");
        int d = mean.shape().dim(-1);
        if (d != given.shape().dim(-1)) {
            throw new IllegalArgumentException("MultivariateNormal: a mean of shape " + mean.shape() + " has " + d
                    + " elements, but the parameter of the covariance, of shape " + given.shape() + ", is for "
                    + given.shape().dim(-1) + ". They must be equal.");
        }
        location.requireAlike(new Argument("MultivariateNormal", "the parameter of the covariance", given));
        location.requireAll(Interval.REAL);
    }

    private static MultivariateNormal of(Tensor mean, CovarianceRoot root) {
        Shape batch = BatchShape.common(
                "MultivariateNormal",
                "the batch of mean",
                mean.shape().axes(0, mean.rank() - 1),
                "the batch of the covariance",
                root.batchShape());
        return new MultivariateNormal(mean, root, batch);
    }

    /** {@return whether the elements are independent by construction, so that no matrix is formed} */
    public boolean isDiagonal() {
        return root instanceof CovarianceRoot.Scales;
    }

    /** {@return μ as it was given, which broadcasts to the shape of {@link #mean()}} */
    public Tensor location() {
        return mean;
    }

    /** {@return the lower Cholesky factor L of the covariance, [batch…, d, d]} */
    public Tensor factor() {
        return root.matrix();
    }

    /** {@return the diagonal of L, [batch…, d]: the standard deviations where the elements are independent} */
    public Tensor factorDiagonal() {
        return root.diagonal();
    }

    /** {@return Σ = L Lᵀ, [batch…, d, d]} */
    public Tensor covariance() {
        return Scope.tidy(() -> {
            Tensor factor = root.matrix();
            return factor.matmul(factor, false, true);
        });
    }

    /** {@return the number d of elements of one outcome} */
    public int dimension() {
        return mean.shape().dim(-1);
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
        return mean.backend();
    }

    @Override
    public DType dtype() {
        return mean.dtype();
    }

    @Override
    public Tensor logProb(Tensor x) {
        BatchShape.requireEvent("MultivariateNormal", x.shape(), eventShape());
        return Scope.tidy(() -> root.solve(x.minus(mean))
                .square()
                .sum(-1)
                .times(-0.5)
                .minus(root.diagonal().log().sum(-1))
                .minus(dimension() * HALF_LOG_TWO_PI));
    }

    @Override
    public Tensor sample(RandomKey key, Shape sampleShape) {
        return draw(key, sampleShape, mean.stopGradient(), root.stopGradient());
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return draw(key, sampleShape, mean, root);
    }

    private Tensor draw(RandomKey key, Shape sampleShape, Tensor location, CovarianceRoot spread) {
        Shape shape = sampleShape.then(batchShape).then(eventShape());
        return Scope.tidy(
                () -> spread.times(Draws.normal(key, backend(), shape, dtype())).plus(location));
    }

    /** {@return ½ log |2πeΣ| = ½ d log 2πe + Σ log Lᵢᵢ} */
    @Override
    public Tensor entropy() {
        return Scope.tidy(() -> root.diagonal()
                .log()
                .sum(-1)
                .plus(dimension() * HALF_LOG_TWO_PI_E)
                .broadcastTo(batchShape));
    }

    /** {@return μ, batchShape + [d]} */
    @Override
    public Tensor mean() {
        return mean.broadcastTo(batchShape.then(eventShape()));
    }

    /** {@return the diagonal of Σ, batchShape + [d]} */
    @Override
    public Tensor variance() {
        return Scope.tidy(() -> root.variance().broadcastTo(batchShape.then(eventShape())));
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        visitor.accept(mean);
        visitor.accept(root.parameter());
    }

    @Override
    public String toString() {
        return "MultivariateNormal " + batchShape + " of " + dimension() + " elements, " + dtype() + " on "
                + backend().name();
    }
}
