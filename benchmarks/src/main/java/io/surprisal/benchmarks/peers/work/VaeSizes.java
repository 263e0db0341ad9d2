package io.surprisal.benchmarks.peers.work;

/** The model that both engines train: 784-400-20-400-784 with ReLU and Bernoulli pixels, 128 images a step, Adam at 10⁻³. */
public final class VaeSizes {
    public static final int PIXELS = 784;
    public static final int HIDDEN = 400;
    public static final int LATENT = 20;
    public static final int BATCH = 128;
    /** Batches made beforehand, taken in turn. */
    public static final int BATCHES = 16;

    public static final float LEARNING_RATE = 1e-3f;

    /** Steps of whose losses the median is compared: one step's noise is not what the engines differ in. */
    public static final int LAST_LOSSES = 600;

    private VaeSizes() {}
}
