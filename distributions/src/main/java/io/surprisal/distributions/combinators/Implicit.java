package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.ElementFunction;
import io.surprisal.tensor.Tensor;

/**
 * Numbers that are defined by an equation r(x, θ) = 0, as functions of θ: dx/dθ = s · ∂r/∂θ with a slope s, by the implicit function theorem.
 * Draws and quantiles of distributions are such. There are no derivatives of second order: asking for one throws.
 */
final class Implicit {
    /** Of log s, and of the residual, so that a derivative of second order meets a function that has none. */
    private static final ElementFunction SLOPE =
            ElementFunction.of("implicit slope", (logSlope, residual) -> StrictMath.exp(logSlope));

    private static final ElementFunction MOVING = ElementFunction.of("implicit function", (x, residual, logSlope) -> x)
            .withSlopes(
                    (in, y) -> y.backend().scalar(1, y.dtype()),
                    (in, y) -> SLOPE.of(in.get(2), in.get(1)),
                    (in, y) -> y.backend().scalar(0, y.dtype()));

    private Implicit() {}

    /**
     * The numbers x themselves, which move with what the residual depends on.
     *
     * @param x the solution, a constant
     * @param residual r at the solution, which grows with what pushes x up
     * @param logSlope log s
     */
    static Tensor of(Tensor x, Tensor residual, Tensor logSlope) {
        return MOVING.of(x.stopGradient(), residual, logSlope.stopGradient());
    }

    /** Draws of a continuous distribution, which move as quantiles of fixed probabilities do: dx/dθ = −(∂F/∂θ)/p(x). */
    static Tensor draw(Univariate distribution, Tensor drawn) {
        Tensor x = drawn.stopGradient();
        Tensor below = distribution.cdf(x);
        Tensor above = distribution.survival(x);
        // By the smaller side, in whose derivative nothing cancels.
        Tensor residual = Tensor.where(below.less(above), below.neg(), above);
        return of(x, residual, distribution.logProb(x).neg());
    }
}
