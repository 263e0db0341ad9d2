package io.surprisal.distributions.combinators;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.util.List;

/**
 * Mixtures: outcomes of a component that is chosen by its weight, p(x) = Σ wᵢ pᵢ(x). Components are of one family, along the last batch axis of one
 * distribution, or of different families, a list of distributions with equal event shapes.
 *
 * <p>It is {@link Univariate} where the components are: probabilities of both sides are sums of positive terms, their logarithms are formed by
 * log-sum-exp, and quantiles are searched between those of the components. Moments are known where the components' are, by the laws of total
 * variance and cumulance. Of numbers, components are all continuous or all discrete, or a mixture of both has densities for probabilities in {@link
 * #logProb} and right cumulative probabilities.
 *
 * <p>Draws of continuous numbers are {@link Reparameterized}: they move as quantiles of fixed probabilities do, dx/dθ = −(∂F/∂θ)/p(x), in the
 * parameters of the components and in the weights, to the order to which the components' functions have derivatives. So are draws of vectors where all
 * components are {@link Independent} continuous numbers or normal vectors (but those by loadings), to first order: element after element, each given
 * those before. For others use {@link #logResponsibilities} or a score-function estimator.
 *
 * <p>Ask what it can do with {@link Distribution#capability}.
 *
 * @see <a href="https://arxiv.org/abs/1805.08498">Figurnov, Mohamed and Mnih, Implicit reparameterization gradients (2018), section 4</a>
 */
public sealed interface Mixture extends Distribution permits MixtureOfEvents, MixtureOfNumbers {
    /**
     * {@return the mixture of the distributions along the last batch axis}
     *
     * @param weights the distribution of the component, of as many categories as there are components; batches broadcast
     * @param components a distribution of batch shape [batch…, components]
     * @throws IllegalArgumentException if numbers of components, shapes, dtypes or backends do not fit
     */
    static Mixture of(Categorical weights, Distribution components) {
        return MixtureParts.of(weights, new BatchedComponents(components)).mixture();
    }

    /**
     * {@return the mixture of a list of distributions}
     *
     * @param weights the distribution of the component, of as many categories as there are components; batches broadcast
     * @param components distributions of one event shape, dtype and backend
     * @throws IllegalArgumentException if numbers of components, shapes, dtypes or backends do not fit
     */
    static Mixture of(Categorical weights, List<? extends Distribution> components) {
        return MixtureParts.of(weights, ListedComponents.of(components)).mixture();
    }

    /**
     * {@return the mixture of the distributions along the last batch axis}
     *
     * @param probabilities the weights, [batch…, components], which sum to 1
     * @param components a distribution of batch shape [batch…, components]
     * @throws IllegalArgumentException if a row does not sum to 1, or numbers of components, shapes, dtypes or backends do not fit
     */
    static Mixture of(Tensor probabilities, Distribution components) {
        return of(Categorical.of(probabilities), components);
    }

    /**
     * {@return the mixture of a list of distributions}
     *
     * @param probabilities the weights, [batch…, components], which sum to 1
     * @param components distributions of one event shape, dtype and backend
     * @throws IllegalArgumentException if a row does not sum to 1, or numbers of components, shapes, dtypes or backends do not fit
     */
    static Mixture of(Tensor probabilities, List<? extends Distribution> components) {
        return of(Categorical.of(probabilities), components);
    }

    /**
     * {@return the mixture of the distributions along the last batch axis, with weights softmax(logits)}
     *
     * @param logits [batch…, components]
     * @param components a distribution of batch shape [batch…, components]
     * @throws IllegalArgumentException if numbers of components, shapes, dtypes or backends do not fit
     */
    static Mixture fromLogits(Tensor logits, Distribution components) {
        return of(Categorical.fromLogits(logits), components);
    }

    /**
     * {@return the mixture of a list of distributions, with weights softmax(logits)}
     *
     * @param logits [batch…, components]
     * @param components distributions of one event shape, dtype and backend
     * @throws IllegalArgumentException if numbers of components, shapes, dtypes or backends do not fit
     */
    static Mixture fromLogits(Tensor logits, List<? extends Distribution> components) {
        return of(Categorical.fromLogits(logits), components);
    }

    /** {@return the distribution of the component} */
    Categorical weights();

    /** {@return the components: the list, or the one distribution along whose last batch axis they lie} */
    List<Distribution> components();

    /**
     * {@return log P(component | x), [sample…, batch…, components]; NaN where no component can have made x}
     *
     * @param x outcomes, of a shape that ends in the event shape and broadcasts with batchShape + eventShape
     */
    Tensor logResponsibilities(Tensor x);

    /**
     * {@return the distribution of the component, given an outcome}
     *
     * @param x outcomes that a component can have made
     */
    default Categorical posterior(Tensor x) {
        return Scope.tidy(() -> Categorical.fromLogitsUnchecked(logResponsibilities(x)));
    }
}
