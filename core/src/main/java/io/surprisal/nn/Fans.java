package io.surprisal.nn;

/**
 * How many inputs each output of a linear map sums over, and how many outputs each input reaches: what the scale of initial weights
 * depends on.
 *
 * @param in inputs of one output, at least 1
 * @param out outputs of one input, at least 1
 */
public record Fans(long in, long out) {
    /**
     * Checks the counts.
     *
     * @param in inputs of one output, at least 1
     * @param out outputs of one input, at least 1
     * @throws IllegalArgumentException if one is less than 1
     */
    public Fans {
        if (in < 1 || out < 1) {
            throw new IllegalArgumentException("Fans: fan-in " + in + " and fan-out " + out
                    + " must be at least 1. Count the inputs and outputs of one unit.");
        }
    }
}
