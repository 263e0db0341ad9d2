package io.surprisal.autoencoders.data;

import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Tensor;

/** The batch as it is. */
record Unchanged() implements Preprocessing {
    @Override
    public Tensor apply(Tensor batch, RandomKey key) {
        return batch;
    }
}
