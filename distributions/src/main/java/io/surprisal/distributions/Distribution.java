package io.surprisal.distributions;

import io.surprisal.distributions.constraints.Constraint;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.TensorTree;
import java.util.Optional;

/**
 * A batch of probability distributions of one family, as a value: immutable, and made of the tensors that are its parameters.
 *
 * <p>Three shapes describe it. The <em>event shape</em> is that of one outcome: {@code []} for a number, {@code [d]} for a vector. The
 * <em>batch shape</em>, to which the parameters broadcast, numbers distributions of different parameters. A draw adds a <em>sample
 * shape</em> in front: it has shape sampleShape + batchShape + eventShape, with the backend and, but for category numbers, the dtype of
 * the parameters. The log-probability of such a draw has shape sampleShape + batchShape.
 *
 * <p>What only some families can do is an interface of its own: {@link Reparameterized}, {@link Univariate}, {@link HasEntropy}, {@link
 * HasMoments}, {@link HasHigherMoments}, {@link HasMode}, {@link EnumerableSupport}. Ask with
 * {@code instanceof} where the family is known, and with {@link #capability} where it may be a combinator, such as {@link
 * io.surprisal.distributions.combinators.Independent}, which can do what its base can.
 *
 * <p>Logarithms are natural: log-probabilities and entropies are in nats.
 */
public interface Distribution extends TensorTree {
    /** {@return the shape of one outcome} */
    Shape eventShape();

    /** {@return the shape of the batch of distributions} */
    Shape batchShape();

    /** {@return where the parameters live, and draws will} */
    Backend backend();

    /** {@return the element type of parameters and log-probabilities} */
    DType dtype();

    /**
     * {@return independent draws, sampleShape + batchShape + eventShape; constants to automatic differentiation}
     *
     * @param key the key of the draw
     * @param sampleShape how many draws of each distribution
     */
    Tensor sample(RandomKey key, Shape sampleShape);

    /**
     * {@return one draw of each distribution, batchShape + eventShape}
     *
     * @param key the key of the draw
     */
    default Tensor sample(RandomKey key) {
        return sample(key, Shape.scalar());
    }

    /**
     * {@return the natural logarithm of the density, or of the probability of discrete outcomes}
     *
     * @param x outcomes, of a shape that ends in the event shape and broadcasts with batchShape + eventShape
     * @throws IllegalArgumentException if shapes, dtypes or backends do not fit
     */
    Tensor logProb(Tensor x);

    /** {@return where outcomes can be: outside it {@link #logProb} is −∞} */
    Constraint support();

    /**
     * {@return draws with their log-probabilities, which some families know more cheaply together}
     *
     * @param key the key of the draw
     * @param sampleShape how many draws of each distribution
     */
    default SampleAndLogProb sampleAndLogProb(RandomKey key, Shape sampleShape) {
        Tensor sample = sample(key, sampleShape);
        return new SampleAndLogProb(sample, logProb(sample));
    }

    /** {@return this distribution, but with an error in place of log-probability −∞ for outcomes outside the support} */
    default Distribution validated() {
        return Validated.of(this);
    }

    /**
     * {@return this distribution as one that can do more, if it can}
     *
     * @param <C> the capability
     * @param capability its interface, {@code HasEntropy.class} for instance
     */
    default <C> Optional<C> capability(Class<C> capability) {
        return capability.isInstance(this) ? Optional.of(capability.cast(this)) : Optional.empty();
    }
}
