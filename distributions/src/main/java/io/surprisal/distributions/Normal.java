package io.surprisal.distributions;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * Normal distributions with density exp(−½((x − μ)/σ)²) / (σ√(2π)), on the real line.
 *
 * <p>The log-density is −∞ at ±∞. Draws are μ + σz with the z of {@link Draws#normal(RandomKey, Backend, Shape, io.surprisal.tensor.DType)}.
 */
public final class Normal extends ScalarFamily implements Reparameterized, Univariate, HasEntropy, HasMoments {
    /** ½ log 2πe. */
    private static final double HALF_LOG_TWO_PI_E = 1.4189385332046727418;

    private final Tensor mean;
    private final Tensor scale;

    private Normal(Tensor mean, Tensor scale, Shape batchShape) {
        super(batchShape, mean, scale);
        this.mean = mean;
        this.scale = scale;
    }

    /**
     * {@return the normal distributions with these parameters, which broadcast to the batch shape} Values are checked, but not inside a
     * gradient call.
     *
     * @param mean μ, finite
     * @param scale the standard deviation σ, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain, or shapes, dtypes or backends do not fit
     */
    public static Normal of(Tensor mean, Tensor scale) {
        Normal normal = unchecked(mean, scale);
        new Parameter("Normal", "mean", mean).requireAll(Constraint.FINITE);
        new Parameter("Normal", "scale", scale).requireAll(Constraint.POSITIVE);
        return normal;
    }

    /**
     * {@return one normal distribution, FLOAT32}
     *
     * @param backend where it shall live
     * @param mean μ, finite
     * @param scale the standard deviation σ, positive and finite
     * @throws IllegalArgumentException if a value is outside its domain
     */
    public static Normal of(Backend backend, double mean, double scale) {
        return of(backend.scalar(mean), backend.scalar(scale));
    }

    /**
     * {@return as {@link #of(Tensor, Tensor)}, without a look at the values: for parameters that are in their domain by construction,
     * where a synchronisation with the device would be felt}
     *
     * @param mean μ, finite
     * @param scale the standard deviation σ, positive and finite
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    public static Normal unchecked(Tensor mean, Tensor scale) {
        Shape batchShape = new Parameter("Normal", "mean", mean).meet(new Parameter("Normal", "scale", scale));
        return new Normal(mean, scale, batchShape);
    }

    @Override
    Tensor logProbSummed(Tensor x, int axes) {
        return x.normalLogProb(mean, scale, axes);
    }

    @Override
    public Tensor sample(RandomKey key, Shape sampleShape) {
        return draw(key, sampleShape, mean.stopGradient(), scale.stopGradient());
    }

    @Override
    public Tensor rsample(RandomKey key, Shape sampleShape) {
        return draw(key, sampleShape, mean, scale);
    }

    private Tensor draw(RandomKey key, Shape sampleShape, Tensor location, Tensor spread) {
        Shape shape = sampleShape.then(batchShape());
        return Scope.tidy(
                () -> Draws.normal(key, backend(), shape, dtype()).times(spread).plus(location));
    }

    /** {@return Φ((x − μ)/σ)} */
    @Override
    public Tensor cdf(Tensor x) {
        return Scope.tidy(() -> x.minus(mean).div(scale).normalCdf());
    }

    /** {@return log Φ((x − μ)/σ), also where Φ underflows} */
    @Override
    public Tensor logCdf(Tensor x) {
        return Scope.tidy(() -> x.minus(mean).div(scale).normalLogCdf());
    }

    /** {@return Φ((μ − x)/σ)} */
    @Override
    public Tensor survival(Tensor x) {
        return Scope.tidy(() -> mean.minus(x).div(scale).normalCdf());
    }

    /** {@return log Φ((μ − x)/σ), also where Φ underflows} */
    @Override
    public Tensor logSurvival(Tensor x) {
        return Scope.tidy(() -> mean.minus(x).div(scale).normalLogCdf());
    }

    /** {@return μ + σ Φ⁻¹(p)} */
    @Override
    public Tensor quantile(Tensor p) {
        return Scope.tidy(() -> p.normalQuantile().times(scale).plus(mean));
    }

    /** {@return μ + σ Φ⁻¹(exp(log p)), also where p underflows} */
    @Override
    public Tensor quantileOfLog(Tensor logP) {
        return Scope.tidy(() -> logP.normalQuantileOfLog().times(scale).plus(mean));
    }

    /** {@return μ − σ Φ⁻¹(p)} */
    @Override
    public Tensor inverseSurvival(Tensor p) {
        return Scope.tidy(() -> mean.minus(p.normalQuantile().times(scale)));
    }

    /** {@return μ − σ Φ⁻¹(exp(log p)), also where p underflows} */
    @Override
    public Tensor inverseSurvivalOfLog(Tensor logP) {
        return Scope.tidy(() -> mean.minus(logP.normalQuantileOfLog().times(scale)));
    }

    /** {@return ½ log 2πe + log σ} */
    @Override
    public Tensor entropy() {
        return Scope.tidy(() -> scale.log().plus(HALF_LOG_TWO_PI_E).broadcastTo(batchShape()));
    }

    /** {@return μ, of the batch shape} */
    @Override
    public Tensor mean() {
        return mean.broadcastTo(batchShape());
    }

    /** {@return σ², of the batch shape} */
    @Override
    public Tensor variance() {
        return Scope.tidy(() -> scale.square().broadcastTo(batchShape()));
    }

    /** {@return σ, of the batch shape} */
    @Override
    public Tensor standardDeviation() {
        return scale.broadcastTo(batchShape());
    }

    /** {@return the parameter σ as it was given, which broadcasts to the batch shape} */
    public Tensor scale() {
        return scale;
    }

    /** {@return the parameter μ as it was given, which broadcasts to the batch shape} */
    public Tensor location() {
        return mean;
    }
}
