package io.surprisal.random;

/**
 * Draws from one row of logits by inversion of the cumulative probabilities, in double precision.
 *
 * <p>The category of u is the first whose cumulative probability exceeds u. A category of probability 0 (logit −∞, or more than 745 below
 * the largest) adds nothing to the sum and is never drawn. A
 * guide table of as many entries as categories starts the search within two steps of its end on average. Not safe for use by several threads.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4613-8643-8">Devroye, Non-uniform random variate generation (1986), section III.2.4</a>
 */
final class CategoricalTable {
    private final int categories;
    private final double[] cumulative;
    private final int[] guide;
    private double total;

    CategoricalTable(int categories) {
        this.categories = categories;
        cumulative = new double[categories];
        guide = new int[categories];
    }

    /**
     * Takes the logits {@code logits[offset]}, …, of one distribution.
     *
     * @throws IllegalArgumentException if a logit is NaN or +∞, or all are −∞
     */
    void load(double[] logits, int offset) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < categories; k++) {
            double logit = logits[offset + k];
            if (Double.isNaN(logit) || logit == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("categorical: a logit must be finite or -Infinity, but logit " + k
                        + " of row " + offset / categories + " is " + logit + ". Check what computed it.");
            }
            largest = Math.max(largest, logit);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("categorical: some category must be possible, but all " + categories
                    + " logits of row " + offset / categories + " are -Infinity. Mask at most all but one of them.");
        }
        total = 0;
        for (int k = 0; k < categories; k++) {
            total += StrictMath.exp(logits[offset + k] - largest);
            cumulative[k] = total;
        }
        fillGuide();
    }

    /** {@code guide[g]} is the first category of the g-th of equal intervals of u, up to rounding. */
    private void fillGuide() {
        int k = 0;
        for (int g = 0; g < categories; g++) {
            double start = total * ((double) g / categories);
            while (cumulative[k] <= start) {
                k++;
            }
            guide[g] = k;
        }
    }

    /** The category of u in (0, 1). */
    int category(double u) {
        // Rounding must neither reach the total nor, in the guide, pass the category.
        double point = Math.min(u * total, Math.nextDown(total));
        int k = guide[Math.min((int) (u * categories), categories - 1)];
        while (k > 0 && cumulative[k - 1] > point) {
            k--;
        }
        while (cumulative[k] <= point) {
            k++;
        }
        return k;
    }
}
