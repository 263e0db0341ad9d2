package io.surprisal.benchmarks.peers;

/**
 * The sequence model that both engines train: an LSTM of 128 units hears 64 sequences of 50 places with 32 numbers each, and says them
 * again through a dense layer; mean squared error, Adam at 10⁻³.
 */
final class LstmSizes {
    static final int BATCH = 64;
    static final int TIME = 50;
    static final int INPUTS = 32;
    static final int UNITS = 128;
    /** All four gates. */
    static final int GATES = 4 * UNITS;
    /** Batches made beforehand, taken in turn. */
    static final int BATCHES = 4;

    static final float LEARNING_RATE = 1e-3f;
    /** Of the weights at the start: about 1/√units. */
    static final double DEVIATION = 0.08;

    private LstmSizes() {}

    /** {@return a batch of sequences, row by row} */
    static float[] sequences(int batch) {
        return Inputs.normal(100 + batch, BATCH * TIME * INPUTS, 1);
    }

    /** {@return the weight of the inputs, [inputs, gates]} */
    static float[] weight() {
        return Inputs.normal(1, INPUTS * GATES, DEVIATION);
    }

    /** {@return the recurrent weight, [units, gates]} */
    static float[] recurrent() {
        return Inputs.normal(2, UNITS * GATES, DEVIATION);
    }

    /** {@return the dense layer's weight, [units, inputs]} */
    static float[] readout() {
        return Inputs.normal(3, UNITS * INPUTS, DEVIATION);
    }
}
