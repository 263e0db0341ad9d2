package io.surprisal.distributions.likelihood;

import io.surprisal.autodiff.Parameters;
import io.surprisal.optim.Lbfgs;
import io.surprisal.optim.MinimisationResult;
import io.surprisal.optim.Optimizer;
import io.surprisal.tensor.Tensor;
import java.util.function.Function;

/** A way to the minimum of a smooth function of parameters. */
@FunctionalInterface
public interface Minimiser {
    /**
     * {@return the lowest point found, and why the descent ended}
     *
     * @param loss from parameters to one number
     * @param start where to begin
     */
    MinimisationResult minimise(Function<Parameters, Tensor> loss, Parameters start);

    /** {@return L-BFGS to the end of double precision, in at most 1,000 steps} */
    static Minimiser quasiNewton() {
        return new Lbfgs(10, 1_000, 1e-10, 1e-16)::minimise;
    }

    /**
     * {@return steps of an optimiser for training, such as Adam; it ends when a loss is not lower by more than 10⁻¹² after a hundred steps}
     *
     * @param optimizer the optimiser
     * @param steps the largest number of steps
     */
    static Minimiser stepping(Optimizer optimizer, int steps) {
        return new Descent(optimizer, steps);
    }
}
