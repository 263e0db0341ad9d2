package io.surprisal.benchmarks.peers.work;

/**
 * The convolutional model that both engines train: three layers of 3 × 3 filters, 1-16-16-1 channels, ReLU between them, find the template
 * behind 64 noisy images of 28 × 28 pixels; Bernoulli pixels, Adam at 10⁻³.
 */
public final class ConvolutionSizes {
    public static final int BATCH = 64;
    public static final int SIDE = 28;
    public static final int PIXELS = SIDE * SIDE;
    public static final int CHANNELS = 16;
    /** Rows and columns of a filter. */
    public static final int FILTER = 3;
    /** Zeros on each side, so that images keep their size. */
    public static final int PADDING = 1;
    /** Batches made beforehand, taken in turn. */
    public static final int BATCHES = 4;

    public static final float LEARNING_RATE = 1e-3f;

    private ConvolutionSizes() {}

    /** {@return the filters of a layer, [out, in, rows, columns]} */
    public static float[] filters(int layer, int in, int out) {
        return Inputs.normal(layer, out * in * FILTER * FILTER, Math.sqrt(2.0 / (in * FILTER * FILTER)));
    }
}
