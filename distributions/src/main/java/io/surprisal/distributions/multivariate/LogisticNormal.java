package io.surprisal.distributions.multivariate;

import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.bijectors.SoftmaxCentered;
import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.distributions.constraints.Simplex;
import io.surprisal.distributions.family.Family;
import io.surprisal.distributions.family.FixedOrder;
import io.surprisal.distributions.family.Parameter;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * Logistic-normal distributions of vectors of k probabilities: softmax(Y₁, …, Yₖ₋₁, 0) of a normal vector Y, so that the log-ratios log(xᵢ/xₖ) are
 * normal. Density that of Y at the log-ratios, over Π xᵢ.
 *
 * <p>Vectors with an element 0, and those whose sum is not 1 to 10⁻⁹ (10⁻⁵ in FLOAT32), have log-density −∞. Entropy and moments, expectations of
 * log-softmax over k − 1 dimensions, have no closed form; take means over draws. Of two elements they are {@link
 * io.surprisal.distributions.continuous.LogitNormal}'s, by quadrature.
 * Log-densities are within 1e-14·max(1, |value|) plus 2⁻⁵² times the condition number, for up to 9 elements.
 *
 * @see <a href="https://doi.org/10.1093/biomet/67.2.261">Aitchison, Shen, Logistic-normal distributions (1980)</a>
 */
public final class LogisticNormal extends VectorFamily implements Reparameterized {
    /** The parameters mean and covariance of the log-ratios. */
    public static final Family<LogisticNormal> FAMILY = over(MultivariateNormal.FAMILY);

    /** The parameters mean and factor of the log-ratios. */
    public static final Family<LogisticNormal> BY_FACTOR = over(MultivariateNormal.BY_FACTOR);

    /** The parameters mean and precision of the log-ratios. */
    public static final Family<LogisticNormal> BY_PRECISION = over(MultivariateNormal.BY_PRECISION);

    /** The parameters mean and scale of the log-ratios. */
    public static final Family<LogisticNormal> BY_SCALES = over(MultivariateNormal.BY_SCALES);

    /** The parameters mean, loadings and diagonal of the log-ratios. */
    public static final Family<LogisticNormal> BY_LOW_RANK = over(MultivariateNormal.BY_LOW_RANK);

    private static final SoftmaxCentered SOFTMAX = new SoftmaxCentered();

    private final MultivariateNormal logRatios;

    private LogisticNormal(MultivariateNormal logRatios) {
        super(form(logRatios), logRatios.parameters(), Shape.of(logRatios.dimension() + 1));
        this.logRatios = logRatios;
    }

    private static Family<LogisticNormal> over(Family<MultivariateNormal> normal) {
        return Family.of(
                "LogisticNormal",
                p -> new LogisticNormal(normal.unchecked(p.toArray(Tensor[]::new))),
                normal.parameters().toArray(Parameter[]::new));
    }

    private static Family<LogisticNormal> form(MultivariateNormal normal) {
        List<Family<MultivariateNormal>> normals = List.of(
                MultivariateNormal.FAMILY,
                MultivariateNormal.BY_FACTOR,
                MultivariateNormal.BY_PRECISION,
                MultivariateNormal.BY_SCALES,
                MultivariateNormal.BY_LOW_RANK);
        return List.of(FAMILY, BY_FACTOR, BY_PRECISION, BY_SCALES, BY_LOW_RANK).get(normals.indexOf(normal.family()));
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
     * @throws IllegalArgumentException if the mean is not finite, the covariance not symmetric positive definite, or shapes, dtypes or
     *     backends do not fit
     */
    public static LogisticNormal of(Tensor mean, Tensor covariance) {
        return FAMILY.of(mean, covariance);
    }

    /**
     * {@return the distributions whose log-ratios to the last element are independent}
     *
     * @param mean [batch…, k − 1], finite
     * @param scale their standard deviations, [batch…, k − 1], positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static LogisticNormal fromScales(Tensor mean, Tensor scale) {
        return BY_SCALES.of(mean, scale);
    }

    /** {@return the distribution of log(xᵢ/xₖ), i &lt; k} */
    public MultivariateNormal logRatios() {
        return logRatios;
    }

    @Override
    public Constraint support() {
        return new Simplex();
    }

    @Override
    Tensor logDensity(Tensor x) {
        Tensor onEdge = x.equalTo(0).any(-1);
        Tensor inside = Tensor.where(onEdge.expandDims(-1), inner(), x);
        Tensor value = logRatios.logProb(SOFTMAX.inverse(inside)).plus(SOFTMAX.inverseLogDeterminant(inside));
        return Tensor.where(onEdge, constant(Double.NEGATIVE_INFINITY), value);
    }

    @Override
    Tensor inner() {
        return constant(1.0 / eventShape().at(0)).broadcastTo(eventShape());
    }

    @Override
    Tensor draw(RandomKey key, Shape shape) {
        Shape sampleShape = shape.axes(0, shape.rank() - batchShape().rank());
        Tensor y = logRatios.rsample(key, sampleShape);
        Tensor zero = backend().zeros(y.shape().with(-1, 1), DType.FLOAT64);
        return FixedOrder.softmax(Tensor.concat(List.of(y, zero), -1));
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return drawn(key, sampleShape);
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        logRatios.forEachTensor(visitor);
    }
}
