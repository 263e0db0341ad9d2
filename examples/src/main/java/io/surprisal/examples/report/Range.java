package io.surprisal.examples.report;

import java.util.Arrays;

/**
 * What an axis must show.
 *
 * @param name its name; nothing is written where it is empty
 * @param least the least value
 * @param greatest the greatest value
 * @param leastStep the least distance between numbers written along it: 1 where only whole numbers have a meaning, else 0
 * @param snug whether the axis ends at these values, and not a little beyond them
 */
public record Range(String name, double least, double greatest, double leastStep, boolean snug) {
    /** The range of the finite ones among values, with room around them; 0 to 1 where there are none. */
    static Range of(String name, double[] values, double leastStep) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        return new Range(
                name,
                Arrays.stream(finite).min().orElse(0),
                Arrays.stream(finite).max().orElse(1),
                leastStep,
                false);
    }

    /**
     * {@return the range from one number to another, and no further}
     *
     * @param name its name; nothing is written where it is empty
     * @param least the number at the lower end
     * @param greatest the number at the upper end, which is greater
     */
    public static Range between(String name, double least, double greatest) {
        if (!(least < greatest) || Double.isInfinite(greatest - least)) {
            throw new IllegalArgumentException("Range: " + name + " goes from " + least + " to " + greatest
                    + ", but the ends must be finite and in order. Give another range.");
        }
        return new Range(name, least, greatest, 0, true);
    }

    /** {@return the same range, with numbers along the axis that are whole} */
    public Range whole() {
        return new Range(name, least, greatest, 1, snug);
    }
}
