package io.surprisal.distributions;

import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** Distributions whose draws are differentiable functions of their parameters. */
public interface Reparameterized extends Distribution {
    /**
     * {@return the numbers that {@link #sample(RandomKey, Shape)} gives under the same key, through which derivatives flow to the
     * parameters}
     *
     * @param key the key of the draw
     * @param sampleShape how many draws of each distribution
     */
    Tensor rsample(RandomKey key, Shape sampleShape);

    /**
     * {@return one differentiable draw of each distribution, batchShape + eventShape}
     *
     * @param key the key of the draw
     */
    default Tensor rsample(RandomKey key) {
        return rsample(key, Shape.scalar());
    }

    /**
     * {@return differentiable draws with their log-probabilities, through which derivatives flow as well}
     *
     * @param key the key of the draw
     * @param sampleShape how many draws of each distribution
     */
    default SampleAndLogProb rsampleAndLogProb(RandomKey key, Shape sampleShape) {
        Tensor sample = rsample(key, sampleShape);
        return new SampleAndLogProb(sample, logProb(sample));
    }
}
