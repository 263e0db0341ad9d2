package io.surprisal.distributions.continuous;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.IncompleteGamma;
import io.surprisal.special.LogSpace;
import io.surprisal.special.Polygamma;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** What the families made of a gamma variable share: its log-density, entropy and draws, at rate 1. */
public final class GammaMath {
    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private static final double LARGE_SHAPE = 10;

    /** Of (a, z): (a − 1) log z − z − log Γ(a). */
    private static final ElementFunction LOG_DENSITY = ElementFunction.of("gamma log-density", GammaMath::logDensity)
            .withSlopes(
                    (x, y) -> x.get(1).log().minus(x.get(0).digamma()),
                    (x, y) -> x.get(0).minus(1).div(x.get(1)).minus(1));

    /** Of (a, z): a log z − z − log Γ(a). */
    private static final ElementFunction LOG_DENSITY_OF_LOG = ElementFunction.of(
                    "gamma log-density of the logarithm", GammaMath::logDensityOfLog)
            .withSlopes(
                    (x, y) -> x.get(1).log().minus(x.get(0).digamma()),
                    (x, y) -> x.get(0).div(x.get(1)).minus(1));

    /** Of a: a + log Γ(a) + (1 − a)ψ(a). */
    private static final ElementFunction ENTROPY = ElementFunction.of("gamma entropy", GammaMath::entropy)
            .withSlopes((x, y) -> {
                Tensor a = x.get(0);
                return a.minus(1).times(a.trigamma()).neg().plus(1);
            });

    /** Of (log z, a): log z, which moves with a as the logarithm of a quantile does. */
    private static final ElementFunction LOG_DRAW = ElementFunction.of("gamma draw", (logZ, a) -> logZ)
            .withSlopes(
                    (x, y) -> y.backend().scalar(1, y.dtype()), (x, y) -> y.gammaLogQuantileShapeDerivative(x.get(1)));

    /** Of (z, log z, a): z, which moves with a as a quantile does; formed from the logarithm, since z may have underflowed. */
    private static final ElementFunction DRAW = ElementFunction.of("gamma draw", (z, logZ, a) -> z)
            .withSlopes(
                    (x, y) -> y.backend().scalar(1, y.dtype()),
                    (x, y) -> y.backend().scalar(0, y.dtype()),
                    (x, y) -> y.times(x.get(1).gammaLogQuantileShapeDerivative(x.get(2))));

    private GammaMath() {}

    /** The log-density at z of the gamma distribution with shape a and rate 1. */
    static Tensor logDensity(Tensor a, Tensor z) {
        return LOG_DENSITY.of(a, z);
    }

    /**
     * {@return a log z − z − log Γ(a), the log-density at log z of the logarithm of a gamma variable of rate 1}
     *
     * @param a the shape, positive and finite
     * @param z positive numbers
     */
    public static Tensor logDensityOfLog(Tensor a, Tensor z) {
        return LOG_DENSITY_OF_LOG.of(a, z);
    }

    /**
     * {@return the entropy of gamma variables of rate 1}
     *
     * @param a the shape, positive and finite
     */
    public static Tensor entropy(Tensor a) {
        return ENTROPY.of(a);
    }

    /**
     * {@return logarithms of gamma draws of rate 1, differentiable in the shape; finite where the draws underflow}
     *
     * @param key the key of the draw
     * @param a the shape, positive and finite
     * @param shape the shape of the draws
     */
    public static Tensor logDraw(RandomKey key, Tensor a, Shape shape) {
        Tensor draw = Draws.logGamma(key, a.stopGradient(), shape);
        return isConstant(a) ? draw : LOG_DRAW.of(draw, a);
    }

    /**
     * Gamma draws of rate 1, differentiable in the shape.
     *
     * @param a the shape, positive and finite
     * @param shape the shape of the draws
     */
    static Tensor draw(RandomKey key, Tensor a, Shape shape) {
        Tensor draw = Draws.gamma(key, a.stopGradient(), shape);
        return isConstant(a) ? draw : DRAW.of(draw, logDraw(key, a, shape), a);
    }

    private static boolean isConstant(Tensor a) {
        return a.stopGradient() == a;
    }

    private static double logDensity(double a, double z) {
        if (a >= LARGE_SHAPE && z > 0) {
            return IncompleteGamma.logDensity(a, z) - Math.log(z);
        }
        return LogSpace.xlogy(a - 1, z) - z - GammaFunction.logGamma(a);
    }

    private static double logDensityOfLog(double a, double z) {
        return a >= LARGE_SHAPE
                ? IncompleteGamma.logDensity(a, z)
                : LogSpace.xlogy(a, z) - z - GammaFunction.logGamma(a);
    }

    /** With Stirling's formulas for log Γ and ψ put in, of which nothing large is left. */
    private static double entropy(double a) {
        return 0.5 * Math.log(a)
                + HALF_LOG_TWO_PI
                + GammaFunction.stirlingCorrection(a)
                + (a - 1) * Polygamma.logMinusDigamma(a);
    }
}
