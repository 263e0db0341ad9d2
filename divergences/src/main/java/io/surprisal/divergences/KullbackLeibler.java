package io.surprisal.divergences;

import io.surprisal.distributions.Distribution;
import io.surprisal.distributions.Reparameterized;
import io.surprisal.distributions.combinators.Independent;
import io.surprisal.distributions.discrete.Categorical;
import io.surprisal.divergences.Method.MonteCarlo;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Optional;

/**
 * The Kullback–Leibler divergence (relative entropy) KL(P ‖ Q) = E_P[log p(X) − log q(X)], in nats, of the shape to which the batch
 * shapes broadcast.
 *
 * <p>Closed forms are never negative, exactly 0 for equal arguments, +∞ where P has mass and Q has none, and keep their relative
 * accuracy near equality. They exist for pairs of one family among {@code Normal}, {@code Bernoulli}, {@code Categorical} and {@code
 * MultivariateNormal}, for {@link Independent} products of pairs with a closed form, and for the pairs of every {@link
 * KullbackLeiblerRules} on the class path.
 */
public final class KullbackLeibler {
    private KullbackLeibler() {}

    /**
     * {@return KL(P ‖ Q) in closed form}
     *
     * @param p the distribution P, over which the expectation is
     * @param q the distribution Q
     * @throws IllegalArgumentException if there is no closed form for the pair, or shapes, dtypes or backends do not fit
     */
    public static Estimate between(Distribution p, Distribution q) {
        return closedForm(p, q)
                .orElseThrow(() -> new IllegalArgumentException("no closed form for KL(" + label(p) + " ‖ " + label(q)
                        + "). Use KullbackLeibler.between(key, p, q, draws), which samples."));
    }

    /**
     * {@return Σ p log(p/q) over the last axis; p = 0 adds 0, and q = 0 &lt; p makes it +∞}
     *
     * @param p rows of probabilities that each sum to 1
     * @param q rows of probabilities that each sum to 1
     * @throws IllegalArgumentException if a value is negative, a row does not sum to 1, or the shapes do not broadcast
     */
    public static Estimate between(Tensor p, Tensor q) {
        return between(Categorical.of(p), Categorical.of(q));
    }

    /**
     * {@return KL(P ‖ Q) in closed form where there is one, otherwise by {@link #sampled}}
     *
     * @param key the key of the draws
     * @param p the distribution P, over which the expectation is
     * @param q the distribution Q
     * @param draws how many draws to take where there is no closed form, at least 2
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit, or there are fewer than 2 draws
     */
    public static Estimate between(RandomKey key, Distribution p, Distribution q, int draws) {
        return closedForm(p, q).orElseGet(() -> sampled(key, p, q, draws));
    }

    /**
     * {@return KL(P ‖ Q) as the mean of log p(x) − log q(x) over draws from P, with its standard error} It may be negative. Derivatives
     * flow through the draws where P is {@link Reparameterized}.
     *
     * @param key the key of the draws
     * @param p the distribution P, over which the expectation is
     * @param q the distribution Q
     * @param draws how many draws, at least 2
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit, or there are fewer than 2 draws
     */
    public static Estimate sampled(RandomKey key, Distribution p, Distribution q, int draws) {
        requireSameEvents(p, q);
        if (draws < 2) {
            throw new IllegalArgumentException(
                    "KullbackLeibler.sampled: " + draws + " draws have no standard error. Ask for at least 2.");
        }
        return Scope.tidy(() -> {
            Shape sampleShape = Shape.of(draws);
            Tensor x = p instanceof Reparameterized r ? r.rsample(key, sampleShape) : p.sample(key, sampleShape);
            Tensor logRatios = p.logProb(x).minus(q.logProb(x));
            Tensor error = logRatios.stopGradient().sampleStandardDeviation(0).div(Math.sqrt(draws));
            return new Estimate(logRatios.mean(0), new MonteCarlo(error, draws));
        });
    }

    /**
     * {@return KL(P ‖ Q) in closed form; empty where none is known}
     *
     * @param p the distribution P, over which the expectation is
     * @param q the distribution Q
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    public static Optional<Estimate> closedForm(Distribution p, Distribution q) {
        if (p instanceof Independent left && q instanceof Independent right && left.axes() == right.axes()) {
            return closedForm(left.base(), right.base()).map(ofElements -> product(ofElements.value(), left, right));
        }
        return ClosedForms.all().find(p.getClass(), q.getClass()).map(rule -> {
            requireSameEvents(p, q);
            return Estimate.exact(rule.apply(p, q));
        });
    }

    /** The divergence of products is the sum of the divergences. */
    private static Estimate product(Tensor ofElements, Independent p, Independent q) {
        requireSameEvents(p, q);
        int[] last = new int[p.axes()];
        for (int i = 0; i < last.length; i++) {
            last[i] = -1 - i;
        }
        return Estimate.exact(last.length == 0 ? ofElements : ofElements.sum(last));
    }

    private static void requireSameEvents(Distribution p, Distribution q) {
        if (!p.eventShape().equals(q.eventShape())) {
            throw new IllegalArgumentException("KullbackLeibler: the event shapes " + p.eventShape() + " of " + p
                    + " and " + q.eventShape() + " of " + q + " differ. Compare distributions of the same outcomes.");
        }
    }

    private static String label(Distribution distribution) {
        return distribution instanceof Independent product
                ? "Independent " + label(product.base())
                : distribution.getClass().getSimpleName();
    }
}
