package io.surprisal.distributions.multivariate;

import io.surprisal.tensor.Tensor;

/** A parameter that says how many elements or rows an outcome has, and is one number for the whole batch. */
final class Dimension {
    private Dimension() {}

    static int of(String family, Tensor dimension) {
        if (dimension.rank() != 0) {
            throw new IllegalArgumentException(
                    family + ": dimension must be one number for the whole batch, but has shape " + dimension.shape()
                            + ". Make a distribution for each.");
        }
        double value = dimension.stopGradient().item();
        if (!(value >= 2 && value == Math.rint(value) && value < 1 << 15)) {
            throw new IllegalArgumentException(
                    family + ": dimension must be a whole number from 2 to 32767, but dimension = " + value + ".");
        }
        return (int) value;
    }
}
