package io.surprisal.distributions.discrete;

import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/** The outcomes of counts with two ends, listed. */
final class FiniteSupport {
    private FiniteSupport() {}

    /**
     * The whole numbers from {@code low} on, [how many, 1 … 1] with an axis of length 1 for each of the batch.
     *
     * @param family the family's name in messages
     * @param ends the name of what sets the number of outcomes
     * @param end its values, equal throughout the batch
     * @param low the first outcome of each distribution
     * @throws IllegalStateException if the distributions of the batch have not the same outcomes
     */
    static Tensor from(String family, Tensor low, String ends, Tensor end, Shape batch) {
        double first = single(family, "the lowest outcome", low);
        double last = single(family, ends, end);
        int[] dims = new int[batch.rank() + 1];
        Arrays.fill(dims, 1);
        dims[0] = (int) (last - first) + 1;
        return Scope.tidy(() ->
                end.backend().arange(dims[0]).cast(end.dtype()).plus(first).reshape(dims));
    }

    private static double single(String family, String name, Tensor values) {
        double[] all = values.toDoubles();
        for (double other : all) {
            if (other != all[0]) {
                throw new IllegalStateException(family + ": enumerateSupport needs equal " + name
                        + " throughout the batch, but they are " + all[0] + " and " + other
                        + ". Enumerate each distribution by itself.");
            }
        }
        return all[0];
    }
}
