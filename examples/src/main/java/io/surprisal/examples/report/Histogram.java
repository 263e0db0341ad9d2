package io.surprisal.examples.report;

import java.util.Arrays;

/**
 * How a sample is spread over bins side by side, as a density: the area of a column is the share of the sample that fell into its bin. What
 * fell into none counts as part of the sample.
 */
public final class Histogram {
    private final double[] edges;
    private final double[] heights;

    private Histogram(double[] edges, double[] heights) {
        this.edges = edges;
        this.heights = heights;
    }

    /**
     * {@return the histogram of a sample over bins of equal width}
     *
     * @param sample the numbers
     * @param low the lower edge of the first bin, which belongs to it
     * @param high the upper edge of the last bin, which does not
     * @param bins how many bins
     */
    public static Histogram of(double[] sample, double low, double high, int bins) {
        double width = (high - low) / bins;
        double[] edges = new double[bins + 1];
        Arrays.setAll(edges, i -> low + i * width);
        double[] heights = new double[bins];
        for (double x : sample) {
            int bin = (int) Math.floor((x - low) / width);
            if (x >= low && bin < bins) {
                heights[bin] += 1 / (sample.length * width);
            }
        }
        return new Histogram(edges, heights);
    }

    /** The edges of the bins in order, one more than there are bins. */
    double[] edges() {
        return edges;
    }

    /** The heights of the columns. */
    double[] heights() {
        return heights;
    }

    /** {@return the height of the highest column} */
    public double top() {
        return Arrays.stream(heights).max().orElse(0);
    }
}
