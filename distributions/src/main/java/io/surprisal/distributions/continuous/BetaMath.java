package io.surprisal.distributions.continuous;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.special.BetaFunction;
import io.surprisal.special.GammaFunction;
import io.surprisal.special.IncompleteBeta;
import io.surprisal.special.LogSpace;
import io.surprisal.special.Polygamma;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** What the families made of a beta variable share: its log-density, entropy and draws. */
public final class BetaMath {
    /** ½ log 2π. */
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private static final double LARGE_SHAPE = 10;

    /** Of (a, b, x): (a − 1) log x + (b − 1) log(1 − x) − log B(a, b). */
    private static final ElementFunction LOG_DENSITY = ElementFunction.of("beta log-density", BetaMath::logDensity)
            .withSlopes(
                    (x, y) -> x.get(2).log().plus(x.get(0).digammaDifference(x.get(1))),
                    (x, y) -> x.get(2).neg().log1p().plus(x.get(1).digammaDifference(x.get(0))),
                    (x, y) -> x.get(0)
                            .minus(1)
                            .div(x.get(2))
                            .minus(x.get(1).minus(1).div(x.get(2).neg().plus(1))));

    /** Of (a, b). */
    private static final ElementFunction ENTROPY = ElementFunction.of("beta entropy", BetaMath::entropy)
            .withSlopes((x, y) -> entropySlope(x.get(0), x.get(1)), (x, y) -> entropySlope(x.get(1), x.get(0)));

    /** Of (logit x, a, b): logit x, which moves with the shapes as the logit of a quantile does. */
    private static final ElementFunction LOGIT_DRAW = ElementFunction.of("beta draw", (logit, a, b) -> logit)
            .withSlopes(
                    (x, y) -> y.backend().scalar(1, y.dtype()),
                    (x, y) -> y.betaLogitQuantileFirstShapeDerivative(x.get(1), x.get(2)),
                    (x, y) -> y.neg()
                            .betaLogitQuantileFirstShapeDerivative(x.get(2), x.get(1))
                            .neg());

    private BetaMath() {}

    /** The log-density at x of the beta distribution with shapes a and b. */
    static Tensor logDensity(Tensor a, Tensor b, Tensor x) {
        return LOG_DENSITY.of(a, b, x);
    }

    /** The entropy of the beta distribution with shapes a and b. */
    static Tensor entropy(Tensor a, Tensor b) {
        return ENTROPY.of(a, b);
    }

    /**
     * {@return logits of beta draws, differentiable in the shapes; finite where the draws round to 0 or 1}
     *
     * @param key the key of the draw
     * @param a the first shape, positive and finite
     * @param b the second shape, positive and finite
     * @param shape the shape of the draws
     */
    public static Tensor logitDraw(RandomKey key, Tensor a, Tensor b, Shape shape) {
        Tensor first = Draws.logGamma(key.foldIn(0), a, shape);
        Tensor second = Draws.logGamma(key.foldIn(1), b, shape);
        return LOGIT_DRAW.of(first.minus(second), a, b);
    }

    private static double logDensity(double a, double b, double x) {
        boolean inside = x > 0 && x < 1;
        if (inside && Math.max(a, b) >= LARGE_SHAPE) {
            return IncompleteBeta.logDensity(a, b, x, 1 - x) - Math.log(x) - Math.log1p(-x);
        }
        return LogSpace.xlogy(a - 1, x) + LogSpace.xlog1py(b - 1, -x) - BetaFunction.logBeta(a, b);
    }

    /** With Stirling's formulas for log Γ and ψ put in, of which nothing large is left. */
    private static double entropy(double a, double b) {
        double n = a + b;
        double stirling = GammaFunction.stirlingCorrection(a)
                + GammaFunction.stirlingCorrection(b)
                - GammaFunction.stirlingCorrection(n);
        double digammas = (a - 1) * Polygamma.logMinusDigamma(a)
                + (b - 1) * Polygamma.logMinusDigamma(b)
                - (n - 2) * Polygamma.logMinusDigamma(n);
        return 0.5 * (Math.log(a / n) + Math.log(b / n) - Math.log(n)) + HALF_LOG_TWO_PI + stirling + digammas;
    }

    /** −(a − 1)ψ′(a) + (a + b − 2)ψ′(a + b). */
    private static Tensor entropySlope(Tensor a, Tensor b) {
        Tensor n = a.plus(b);
        return n.minus(2).times(n.trigamma()).minus(a.minus(1).times(a.trigamma()));
    }
}
