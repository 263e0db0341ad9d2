package io.surprisal.distributions.likelihood;

import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.family.Argument;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** What weights must be. */
final class Weights {
    private Weights() {}

    /** Weights that are finite and not negative; a mask is. Values that a gradient call records are not looked at. */
    static Tensor notNegative(String operation, String name, Tensor weights) {
        if (weights.dtype() != DType.BOOL) {
            new Argument(operation, name, weights).requireAll(Interval.NOT_NEGATIVE);
        }
        return weights;
    }

    /** Checks that there is one weight for each loss, or for several, but not several for one. */
    static void requireFit(String operation, Tensor weights, Tensor losses) {
        Shape of = weights.shape();
        Shape to = losses.shape();
        boolean fits = of.rank() <= to.rank();
        for (int axis = 1; fits && axis <= of.rank(); axis++) {
            fits = of.dim(-axis) == 1 || of.dim(-axis) == to.dim(-axis);
        }
        if (!fits) {
            throw new IllegalArgumentException(operation + ": weights must broadcast to the observations' shape " + to
                    + ", but have shape " + of + ". Give one weight for each observation.");
        }
    }
}
