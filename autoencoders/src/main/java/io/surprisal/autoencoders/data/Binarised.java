package io.surprisal.autoencoders.data;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Tensor;

/** 0 or 1, drawn anew each time with the grey value as the probability of 1. */
record Binarised() implements Preprocessing {
    @Override
    public Tensor apply(Tensor batch, RandomKey key) {
        return Draws.bernoulli(key, batch);
    }

    @Override
    public void requireSupported(Examples examples) {
        examples.requireEach(
                value -> value >= 0 && value <= 1,
                found -> "Preprocessing.binarised: a probability must be in [0, 1], but " + found
                        + ". Scale the data, by their largest value for instance.");
    }
}
