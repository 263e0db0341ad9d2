package io.surprisal.io;

import io.surprisal.tensor.Shape;
import java.util.Arrays;

/** Turns the axis lengths that a file promises into a shape, before anything is allocated for them. */
final class Dims {
    private Dims() {}

    /**
     * The shape with these axis lengths.
     *
     * @throws FormatException if a length is negative, or there are more elements or axes than a tensor can have
     */
    static Shape shape(long[] dims, String where) throws FormatException {
        if (dims.length > Shape.MAXIMUM_RANK) {
            throw new FormatException(
                    where,
                    "a shape of " + dims.length + " axes is too deep: a tensor has at most " + Shape.MAXIMUM_RANK
                            + ". The file is damaged, or its arrays must be reshaped.");
        }
        int[] lengths = new int[dims.length];
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] < 0 || dims[i] > Integer.MAX_VALUE) {
                throw tooLarge(dims, where);
            }
            lengths[i] = (int) dims[i];
        }
        if (!isCountable(lengths)) {
            throw tooLarge(dims, where);
        }
        return Shape.of(lengths);
    }

    /** Whether {@link Shape} takes these lengths: it has no elements, or few enough. */
    private static boolean isCountable(int[] lengths) {
        long product = 1;
        boolean countable = true;
        for (int length : lengths) {
            if (length == 0) {
                return true;
            }
            product = countable ? product * length : product;
            countable &= product <= Integer.MAX_VALUE;
        }
        return countable;
    }

    private static FormatException tooLarge(long[] dims, String where) {
        return new FormatException(
                where,
                "the shape " + Arrays.toString(dims)
                        + " is not one of 0 to 2147483647 elements. The file is damaged, or its"
                        + " arrays must be split.");
    }
}
