package io.surprisal.distributions.likelihood;

import io.surprisal.distributions.Distribution;
import io.surprisal.optim.MinimisationResult;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.function.Consumer;

/**
 * What maximum likelihood found.
 *
 * @param <D> the class of the distribution
 * @param distribution the distribution of the highest likelihood found
 * @param logLikelihood Σ log p(x) of the data under it, weighted
 * @param iterations the steps taken
 * @param largestSlope the largest derivative of the mean log-likelihood in the unconstrained parameters there; about 0 at a maximum
 * @param ending why the search ended
 */
public record Fit<D extends Distribution>(
        D distribution, double logLikelihood, int iterations, double largestSlope, MinimisationResult.Ending ending)
        implements TensorTree {
    /** Slopes of the mean log-likelihood that are 0 for the purpose. */
    private static final double FLAT = 1e-5;

    /**
     * {@return whether a maximum was found} Otherwise the likelihood is unbounded, has its supremum at the edge of the parameters or of the support (as
     * that of a uniform distribution has), or more steps are needed: {@link #ending()} tells which. A maximum with a
     * kink, as the location of a Laplace distribution has at one of the data, has no slope of 0 either: there the search ends because no step goes up,
     * and this is false.
     */
    public boolean converged() {
        return ending != MinimisationResult.Ending.ITERATION_LIMIT && largestSlope <= FLAT;
    }

    @Override
    public void forEachTensor(Consumer<? super Tensor> visitor) {
        distribution.forEachTensor(visitor);
    }
}
