package io.surprisal.distributions.discrete;

import java.util.stream.LongStream;

/** Where the distinct numbers of sorted rows stand. */
final class DistinctPlaces {
    private DistinctPlaces() {}

    /**
     * The place of the first of each run of equal numbers in its row, row after row.
     *
     * @param family the family's name in messages
     * @param sorted rows in ascending order, one after the other
     * @param length of a row
     * @throws IllegalStateException if rows have different numbers of runs
     */
    static long[] of(String family, double[] sorted, int length) {
        LongStream.Builder places = LongStream.builder();
        int expected = 0;
        for (int row = 0; row < sorted.length; row += length) {
            int found = 0;
            for (int i = 0; i < length; i++) {
                if (i == 0 || sorted[row + i] > sorted[row + i - 1]) {
                    places.add(i);
                    found++;
                }
            }
            if (row > 0 && found != expected) {
                throw new IllegalStateException(family
                        + ": enumerateSupport needs equally many distinct values in every" + " row, but there are "
                        + expected + " and " + found + ". Enumerate each distribution by itself.");
            }
            expected = found;
        }
        return places.build().toArray();
    }
}
