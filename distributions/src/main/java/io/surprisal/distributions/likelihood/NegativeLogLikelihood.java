package io.surprisal.distributions.likelihood;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * −log p(x) as a loss, for outcomes of any distribution: reduced to a mean or a sum or kept apart, with weights of observations or a mask.
 *
 * <pre>{@code
 * Tensor loss = NegativeLogLikelihood.mean().of(Normal.of(prediction, scale), target);
 * Tensor classified = NegativeLogLikelihood.ofClasses().withClassWeights(rare).of(logits, labels);
 * }</pre>
 *
 * @param reduction what becomes of the losses of single observations
 */
public record NegativeLogLikelihood(Reduction reduction) {
    private static final String NAME = "NegativeLogLikelihood";

    /** {@return the mean over observations} */
    public static NegativeLogLikelihood mean() {
        return new NegativeLogLikelihood(Reduction.MEAN);
    }

    /** {@return the sum over observations} */
    public static NegativeLogLikelihood sum() {
        return new NegativeLogLikelihood(Reduction.SUM);
    }

    /** {@return the losses of single observations} */
    public static NegativeLogLikelihood none() {
        return new NegativeLogLikelihood(Reduction.NONE);
    }

    /** {@return the loss of class numbers, as PyTorch's CrossEntropyLoss and NLLLoss have it: their mean, ignoring class −100} */
    public static ClassLikelihood ofClasses() {
        return ClassLikelihood.standard();
    }

    /**
     * {@return the loss of class numbers under categorical distributions, whose probabilities may have been given in any way}
     *
     * @param weights the distributions, of the batch shape of the class numbers
     * @param classes INT64 class numbers
     */
    public static Tensor ofClasses(Categorical weights, Tensor classes) {
        return Scope.tidy(() -> ofClasses().ofLogProbabilities(weights.logProbabilities(), classes));
    }

    /**
     * {@return the loss of outcomes}
     *
     * @param distribution the distribution
     * @param x outcomes, [observations…, event…]; the losses have their shape, or that of the batch of distributions
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    public Tensor of(Distribution distribution, Tensor x) {
        return Scope.tidy(
                () -> ofChecked(NAME, distribution, x, distribution.backend().scalar(1, distribution.dtype())));
    }

    /**
     * {@return the loss of weighted outcomes} The mean divides by the sum of the weights.
     *
     * @param distribution the distribution
     * @param x outcomes, [observations…, event…]
     * @param weights weights of observations, finite and not negative, which broadcast to the shape of the observations; BOOL for a mask of those
     *     that count
     * @throws IllegalArgumentException if a weight is negative, which is not looked for where a gradient call records weights, or shapes, dtypes or
     *     backends do not fit
     */
    public Tensor of(Distribution distribution, Tensor x, Tensor weights) {
        Weights.notNegative(NAME, "weights", weights);
        return ofChecked(NAME, distribution, x, weights);
    }

    /** As {@link #of}, but without a look at the weights' values; messages name the operation that asks. */
    Tensor ofChecked(String operation, Distribution distribution, Tensor x, Tensor weights) {
        return Scope.tidy(() -> {
            Tensor losses = distribution.logProb(x).neg();
            requireShapeOfEither(operation, distribution, x, losses.shape());
            return Reduced.of(operation, reduction, losses, weights.cast(distribution.dtype()));
        });
    }

    /** Not the losses of each outcome under each distribution, which a forgotten axis makes. */
    private static void requireShapeOfEither(String operation, Distribution distribution, Tensor x, Shape losses) {
        Shape outcomes = x.shape().axes(0, x.rank() - distribution.eventShape().rank());
        if (!losses.equals(outcomes) && !losses.equals(distribution.batchShape())) {
            throw new IllegalArgumentException(operation + ": outcomes of shape " + outcomes
                    + " and distributions of batch shape " + distribution.batchShape()
                    + " broadcast to losses of shape "
                    + losses + ", which is neither's. Reshape one to the other, or broadcast it yourself.");
        }
    }
}
