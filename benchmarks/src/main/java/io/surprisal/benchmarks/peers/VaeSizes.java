package io.surprisal.benchmarks.peers;

/** The model that both engines train: 784-400-20-400-784 with ReLU and Bernoulli pixels, 128 images a step, Adam at 10⁻³. */
final class VaeSizes {
    static final int PIXELS = 784;
    static final int HIDDEN = 400;
    static final int LATENT = 20;
    static final int BATCH = 128;
    /** Batches made beforehand, taken in turn. */
    static final int BATCHES = 16;

    static final float LEARNING_RATE = 1e-3f;

    /** Steps of whose losses the median is compared: one step's noise is not what the engines differ in. */
    static final int LAST_LOSSES = 600;

    private VaeSizes() {}
}
