package io.surprisal.tensor.spi;

/** Whole numbers that the host computes, such as random draws: each from its index alone, so that any thread may compute any of them. */
@FunctionalInterface
public interface LongSource {
    /**
     * Computes the elements {@code from}, …, {@code from + length − 1}; several threads do at a time.
     *
     * @param from the index of the first
     * @param target receives them
     * @param offset the place of the first in {@code target}
     * @param length how many
     */
    void fill(int from, long[] target, int offset, int length);
}
