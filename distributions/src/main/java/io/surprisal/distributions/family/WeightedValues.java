package io.surprisal.distributions.family;

import io.surprisal.tensor.Tensor;

/** The check that values and their weights are equally many. */
public final class WeightedValues {
    private WeightedValues() {}

    /**
     * Refuses tensors without an axis of elements, or whose last axes differ.
     *
     * @param family the family's name
     * @param values the values
     * @param weights their weights
     * @throws IllegalArgumentException if there is not one weight for each value
     */
    public static void require(String family, Tensor values, Tensor weights) {
        int count = new Argument(family, "values", values)
                .requireVector("values")
                .tensor()
                .shape()
                .dim(-1);
        int given = new Argument(family, "weights", weights)
                .requireVector("weights")
                .tensor()
                .shape()
                .dim(-1);
        if (given != count) {
            throw new IllegalArgumentException(
                    family + ": there are " + count + " values, but " + given + " weights. Give each value one.");
        }
    }
}
