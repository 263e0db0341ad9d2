package io.surprisal.optim;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Tensor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Minimisation of a deterministic loss by a quasi-Newton method with limited memory and a line search for the strong Wolfe
 * conditions. The loss must be the same function at every call: no minibatches, no fresh noise.
 *
 * <p>Vectors and their products are kept on the host in double precision, whatever the parameters' dtype; each evaluation of the loss
 * moves parameters and gradient between host and device. Memory: 2·{@code history} vectors of all parameters.
 *
 * <pre>{@code
 * MinimisationResult result = Lbfgs.standard().minimise(loss, theta);
 * }</pre>
 *
 * @param history the number of remembered steps, at least 1
 * @param iterations the largest number of steps
 * @param gradientTolerance done where no |∂f/∂θᵢ| is larger
 * @param valueTolerance done where a step lowers the loss by no more than this part of max(|f|, 1)
 * @see <a href="https://doi.org/10.1007/978-0-387-40065-5">Nocedal and Wright, Numerical Optimization (2006), algorithm 7.5</a>
 */
public record Lbfgs(int history, int iterations, double gradientTolerance, double valueTolerance) {
    /**
     * Checks the settings.
     *
     * @param history the number of remembered steps, at least 1
     * @param iterations the largest number of steps
     * @param gradientTolerance done where no |∂f/∂θᵢ| is larger
     * @param valueTolerance done where a step lowers the loss by no more than this part of max(|f|, 1)
     * @throws IllegalArgumentException if one is outside its domain
     */
    public Lbfgs {
        Hyperparameters.requireSteps("Lbfgs", "history", history);
        Hyperparameters.requireSteps("Lbfgs", "iterations", iterations);
        Hyperparameters.requireNotNegative("Lbfgs", "gradientTolerance", gradientTolerance);
        Hyperparameters.requireNotNegative("Lbfgs", "valueTolerance", valueTolerance);
    }

    /** {@return the usual settings: 10 remembered steps, at most 1,000 steps, tolerances 10⁻⁷ and 10⁻¹²} */
    public static Lbfgs standard() {
        return new Lbfgs(10, 1_000, 1e-7, 1e-12);
    }

    /**
     * These settings with another limit of steps.
     *
     * @param limit the largest number of steps, at least 1
     * @return the new settings
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public Lbfgs withIterations(int limit) {
        return new Lbfgs(history, limit, gradientTolerance, valueTolerance);
    }

    /**
     * Descends from a point.
     *
     * @param loss from parameters to one number
     * @param start where to begin
     * @return the lowest point found, and why the descent ended
     * @throws ArithmeticException if the loss or its gradient is not finite at {@code start}
     * @throws IllegalArgumentException if the loss is not one floating number
     */
    public MinimisationResult minimise(Function<Parameters, Tensor> loss, Parameters start) {
        FlatParameters flat = new FlatParameters(loss, start);
        CurvaturePairs pairs = new CurvaturePairs(history);
        LossPoint present = flat.at(flat.start());
        requireFinite(present);
        for (int step = 0; step < iterations; step++) {
            if (present.largestSlope() <= gradientTolerance) {
                return result(flat, present, step, MinimisationResult.Ending.GRADIENT_VANISHED);
            }
            LossPoint next = step(flat, pairs, present);
            if (next == null) {
                return result(flat, present, step, MinimisationResult.Ending.NO_DESCENT);
            }
            double progress = present.value() - next.value();
            pairs.add(present, next);
            present = next;
            if (progress <= valueTolerance * Math.max(Math.abs(present.value()), 1)) {
                return result(flat, present, step + 1, MinimisationResult.Ending.VALUE_SETTLED);
            }
        }
        return result(flat, present, iterations, MinimisationResult.Ending.ITERATION_LIMIT);
    }

    /** A quasi-Newton step; where its search fails, one of steepest descent from a clean memory. */
    private static @Nullable LossPoint step(FlatParameters flat, CurvaturePairs pairs, LossPoint present) {
        if (!pairs.isEmpty()) {
            double[] direction = pairs.direction(present.gradient());
            if (present.slope(direction) < 0) {
                LossPoint next = new WolfeSearch(flat, present, direction).from(1);
                if (next != null) {
                    return next;
                }
            }
            pairs.clear();
        }
        // The first step has no scale yet: it moves no parameter by more than 1.
        double[] direction = pairs.direction(present.gradient());
        return new WolfeSearch(flat, present, direction).from(Math.min(1, 1 / present.largestSlope()));
    }

    private static void requireFinite(LossPoint point) {
        if (!point.isFinite()) {
            throw new ArithmeticException("Lbfgs: at the start the loss is " + point.value()
                    + " and the largest |gradient| is " + point.largestSlope()
                    + ", and both must be finite. Begin at another point.");
        }
    }

    private static MinimisationResult result(
            FlatParameters flat, LossPoint point, int steps, MinimisationResult.Ending ending) {
        return new MinimisationResult(flat.parameters(point.x()), point.value(), steps, flat.evaluations(), ending);
    }
}
