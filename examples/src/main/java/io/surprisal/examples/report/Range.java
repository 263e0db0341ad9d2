package io.surprisal.examples.report;

import java.util.Arrays;

/**
 * What an axis must show.
 *
 * @param name its name
 * @param least the least value
 * @param greatest the greatest value
 * @param leastStep the least distance between numbers written along it: 1 where only whole numbers have a meaning, else 0
 */
record Range(String name, double least, double greatest, double leastStep) {
    /** The range of the finite ones among values; 0 to 1 where there are none. */
    static Range of(String name, double[] values, double leastStep) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        return new Range(
                name,
                Arrays.stream(finite).min().orElse(0),
                Arrays.stream(finite).max().orElse(1),
                leastStep);
    }
}
