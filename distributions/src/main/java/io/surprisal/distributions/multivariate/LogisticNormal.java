package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.bijectors.SoftmaxCentered;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.family.BatchShape;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Consumer;

/**
 * Logistic-normal distributions of vectors of k probabilities: softmax(Y₁, …, Yₖ₋₁, 0) of a normal vector Y, so that the log-ratios log(xᵢ/xₖ) are
 * normal. Density that of Y at the log-ratios, over Π xᵢ.
 *
 * <p>Vectors with an element 0, and those whose sum is not 1 to 10⁻⁹ (10⁻⁵ in FLOAT32), have log-density −∞. Moments have no closed form.
 *
 * @see <a href="https://doi.org/10.1093/biomet/67.2.261">Aitchison, Shen, Logistic-normal distributions (1980)</a>
 */
public final class LogisticNormal implements Reparameterized {
    private static final SoftmaxCentered SOFTMAX = new SoftmaxCentered();

    private final MultivariateNormal logRatios;

    private LogisticNormal(MultivariateNormal logRatios) {
        this.logRatios = logRatios;
    }

    /**
     * {@return the distributions whose log-ratios to the last element are these}
     *
     * @param logRatios normal vectors of k − 1 elements
     */
    public static LogisticNormal of(MultivariateNormal logRatios) {
        return new LogisticNormal(logRatios);
    }

    /**
     * {@return the distributions whose log-ratios to the last element have this mean and covariance}
     *
     * @param mean [batch…, k − 1], finite
     * @param covariance [batch…, k − 1, k − 1], symmetric positive definite
     * @throws IllegalArgumentException if the mean is not finite, the covariance not symmetric, or shapes, dtypes or backends do not fit
     * @throws ArithmeticException if a covariance is not positive definite; the message names its batch index
     */
    public static LogisticNormal of(Tensor mean, Tensor covariance) {
        return new LogisticNormal(MultivariateNormal.of(mean, covariance));
    }

    /**
     * {@return the distributions whose log-ratios to the last element are independent}
     *
     * @param mean [batch…, k − 1], finite
     * @param scale their standard deviations, [batch…, k − 1], positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static LogisticNormal fromScales(Tensor mean, Tensor scale) {
        return new LogisticNormal(MultivariateNormal.fromScales(mean, scale));
    }

    /** {@return the distribution of log(xᵢ/xₖ), i &lt; k} */
    public MultivariateNormal logRatios() {
        return logRatios;
    }

    @Override
    public Shape batchShape() {
        return logRatios.batchShape();
    }

    @Override
    public Shape eventShape() {
        return Shape.of(logRatios.dimension() + 1);
    }

    @Override
    public Constraint support() {
        return new Simplex();
    }

    @Override
    public Backend backend() {
        return logRatios.backend();
    }

    @Override
    public DType dtype() {
        return logRatios.dtype();
    }

    @Override
    public Tensor logProb(Tensor x) {
        BatchShape.requireEvent("LogisticNormal", x.shape(), eventShape());
        return Scope.tidy(() -> {
            Tensor inside =
                    support().holds(x).and(x.greater(0).all(-1)).or(x.isNaN().any(-1));
            Tensor middle = backend().scalar(1.0 / eventShape().at(0), dtype());
            Tensor y = Tensor.where(inside.expandDims(-1), x, middle);
            Tensor value = logRatios.logProb(SOFTMAX.inverse(y)).plus(SOFTMAX.inverseLogDeterminant(y));
            return Tensor.where(inside, value, backend().scalar(Double.NEGATIVE_INFINITY, dtype()));
        });
    }

    @Override
    public Tensor sample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> SOFTMAX.forward(logRatios.sample(key, sampleShape)));
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return Scope.tidy(() -> SOFTMAX.forward(logRatios.rsample(key, sampleShape)));
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        logRatios.forEachTensor(visitor);
    }

    @Override
    public String toString() {
        return "LogisticNormal of " + logRatios;
    }
}
