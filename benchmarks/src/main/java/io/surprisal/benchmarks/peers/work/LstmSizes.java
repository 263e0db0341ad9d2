package io.surprisal.benchmarks.peers.work;

/**
 * The sequence model that both engines train: an LSTM of 128 units hears 64 sequences of 50 places with 32 numbers each, and says them
 * again through a dense layer; mean squared error, Adam at 10⁻³.
 */
public final class LstmSizes {
    public static final int BATCH = 64;
    public static final int TIME = 50;
    public static final int INPUTS = 32;
    public static final int UNITS = 128;
    /** All four gates. */
    public static final int GATES = 4 * UNITS;
    /** Batches made beforehand, taken in turn. */
    public static final int BATCHES = 4;

    public static final float LEARNING_RATE = 1e-3f;
    /** Of the weights at the start: about 1/√units. */
    public static final double DEVIATION = 0.08;

    private LstmSizes() {}

    /** {@return a batch of sequences, row by row} */
    public static float[] sequences(int batch) {
        return Inputs.normal(100 + batch, BATCH * TIME * INPUTS, 1);
    }

    /** {@return the weight of the inputs, [inputs, gates]} */
    public static float[] weight() {
        return Inputs.normal(1, INPUTS * GATES, DEVIATION);
    }

    /** {@return the recurrent weight, [units, gates]} */
    public static float[] recurrent() {
        return Inputs.normal(2, UNITS * GATES, DEVIATION);
    }

    /** {@return the dense layer's weight, [units, inputs]} */
    public static float[] readout() {
        return Inputs.normal(3, UNITS * INPUTS, DEVIATION);
    }
}
