package io.surprisal.backend.cpu;

import io.surprisal.tensor.spi.BitCast;

/** The elementary functions of float blocks that need workspace, once for each backend. */
final class FloatElementary {
    private final FloatExponential exponential;
    private final FloatLogarithm logarithm;
    private final FloatLogistic logistic;

    FloatElementary() {
        BitCast bits = new BitCast(Float.BYTES * Scratch.BLOCK);
        exponential = new FloatExponential(bits);
        logarithm = new FloatLogarithm(bits);
        logistic = new FloatLogistic(exponential);
    }

    FloatExponential exponential() {
        return exponential;
    }

    FloatLogarithm logarithm() {
        return logarithm;
    }

    FloatLogistic logistic() {
        return logistic;
    }
}
