package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Univariate;
import io.surprisal.tensor.Surrogate;
import io.surprisal.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * Numbers x that are defined by an equation e(x, θ) = 0, as functions of θ: dx/dθ = −(∂e/∂θ)/(∂e/∂x), by the implicit function theorem. Draws and
 * quantiles of distributions are such. A step of Newton's method from a root is the root, and has its first derivatives; a second step has those
 * up to third order.
 */
final class Implicit {
    private static final int STEPS = 2;

    private Implicit() {}

    /**
     * The numbers x themselves, which move with what the excess depends on.
     *
     * @param x the solution, a constant
     * @param excess e, which grows with x; what is constant in it does not matter
     * @param logSlope log ∂e/∂x
     */
    static Tensor of(Tensor x, UnaryOperator<Tensor> excess, UnaryOperator<Tensor> logSlope) {
        Tensor root = x.stopGradient();
        Tensor moving = root;
        for (int i = 0; i < STEPS; i++) {
            Tensor value = excess.apply(moving);
            Tensor constant = value.stopGradient();
            if (value == constant) {
                return root;
            }
            Tensor step =
                    value.minus(constant).times(logSlope.apply(moving).neg().exp());
            moving = Surrogate.of(root, moving.minus(step));
        }
        return moving;
    }

    /** Draws of a continuous distribution, which move as quantiles of fixed probabilities do: dx/dθ = −(∂F/∂θ)/p(x). */
    static Tensor draw(Univariate distribution, Tensor drawn) {
        Tensor x = drawn.stopGradient();
        // By the smaller side, in whose derivative nothing cancels.
        Tensor isBelow =
                distribution.cdf(x).stopGradient().less(distribution.survival(x).stopGradient());
        return of(
                x,
                y -> Tensor.where(
                        isBelow, distribution.cdf(y), distribution.survival(y).neg()),
                distribution::logProb);
    }
}
