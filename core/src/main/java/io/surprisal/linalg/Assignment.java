package io.surprisal.linalg;

import java.util.Arrays;

/**
 * The cheapest assignment of rows to columns, each column taken at most once: the Hungarian method with potentials (Jonker and
 * Volgenant's shortest augmenting paths), exact up to rounding of sums, O(rows² · columns).
 *
 * @param columns the column of each row
 * @param cost the sum of the costs taken
 * @see <a href="https://doi.org/10.1007/BF02278710">Jonker and Volgenant (1987)</a>
 */
@SuppressWarnings("ArrayRecordComponent") // The accessor gives a copy; equality is that of the assignment.
public record Assignment(int[] columns, double cost) {
    /**
     * Checks nothing: assignments come from {@link #cheapest} and {@link #dearest}.
     *
     * @param columns the column of each row
     * @param cost the sum of the costs taken
     */
    public Assignment {
        columns = columns.clone();
    }

    /** {@return the column of each row, as a copy} */
    @Override
    public int[] columns() {
        return columns.clone();
    }

    /**
     * The assignment with the smallest sum of costs.
     *
     * @param cost [rows][columns], finite, with no more rows than columns
     * @return the assignment; one of them where several are equally cheap
     * @throws IllegalArgumentException if the rows differ in length, are more than the columns, or hold a cost that is not finite
     */
    public static Assignment cheapest(double[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        requireRectangle(cost, rows, columns);
        AugmentingPaths paths = new AugmentingPaths(cost, columns);
        for (int row = 0; row < rows; row++) {
            paths.assign(row);
        }
        int[] chosen = paths.columnOfRow();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += cost[row][chosen[row]];
        }
        return new Assignment(chosen, sum);
    }

    /**
     * The assignment with the largest sum, such as the best match of clusters and classes by their counts.
     *
     * @param gain [rows][columns], finite, with no more rows than columns
     * @return the assignment, with the sum of its gains as {@link #cost}
     * @throws IllegalArgumentException as for {@link #cheapest}
     */
    public static Assignment dearest(double[][] gain) {
        double[][] cost = new double[gain.length][];
        for (int row = 0; row < gain.length; row++) {
            cost[row] = Arrays.stream(gain[row]).map(x -> -x).toArray();
        }
        Assignment best = cheapest(cost);
        return new Assignment(best.columns, 0.0 - best.cost);
    }

    private static void requireRectangle(double[][] cost, int rows, int columns) {
        if (rows > columns) {
            throw new IllegalArgumentException("Assignment: " + rows + " rows cannot take " + columns
                    + " columns each for itself. Transpose the costs.");
        }
        for (int row = 0; row < rows; row++) {
            if (cost[row].length != columns) {
                throw new IllegalArgumentException("Assignment: row " + row + " has " + cost[row].length
                        + " costs, but row 0 has " + columns + ". All rows must be equally long.");
            }
            for (int column = 0; column < columns; column++) {
                if (!Double.isFinite(cost[row][column])) {
                    throw new IllegalArgumentException("Assignment: the cost of row " + row + " and column " + column
                            + " is " + cost[row][column]
                            + ", but must be finite. Use a large number for what is forbidden.");
                }
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assignment that
                && Arrays.equals(columns, that.columns)
                && Double.compare(cost, that.cost) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(columns) + Double.hashCode(cost);
    }

    /** {@return columns and cost} */
    @Override
    public String toString() {
        return "Assignment " + Arrays.toString(columns) + " at " + cost;
    }
}
