package io.surprisal.autoencoders.data;

import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Tensor;

/**
 * What is done to a batch before it is used; randomness comes from the batch's own key.
 *
 * <p>The text of each tells its settings, by which checkpoints are recognised; write your own as records.
 */
@FunctionalInterface
public interface Preprocessing {
    /**
     * Prepares a batch.
     *
     * @param batch as it stands in the data
     * @param key the batch's key in this epoch
     * @return what the objective sees
     */
    Tensor apply(Tensor batch, RandomKey key);

    /**
     * Checks that data can be prepared. The trainer asks once, before the first step.
     *
     * @param examples as they stand in the data
     * @throws IllegalArgumentException if one of the numbers cannot; the message says which
     */
    default void requireSupported(Examples examples) {}

    /** {@return the batch as it is} */
    static Preprocessing none() {
        return new Unchanged();
    }

    /** {@return 0 or 1 drawn anew each time, with the grey value in [0, 1] as the probability of 1} */
    static Preprocessing binarised() {
        return new Binarised();
    }
}
