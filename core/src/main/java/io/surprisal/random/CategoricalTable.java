package io.surprisal.random;

/**
 * Draws from one row of logits by inversion of the cumulative probabilities, in double precision.
 *
 * <p>The category of u is the first whose cumulative probability exceeds u. A category of probability 0 (logit −∞, or more than 745 below
 * the largest) adds nothing to the sum and is never drawn.
 * A guide table divides (0, 1) into equal cells and holds the category of each that has one alone: most of them where many draws are to come,
 * so that most draws are one look without a search. Once loaded, a table may be read by several threads.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4613-8643-8">Devroye, Non-uniform random variate generation (1986), section III.2.4</a>
 */
final class CategoricalTable {
    /** Cells for each category, at most: the search, a branch that is hard to foresee, is then left to a sixteenth of them. */
    private static final int CELLS_PER_CATEGORY = 16;

    /** Draws that pay for a cell. */
    private static final int DRAWS_PER_CELL = 4;

    private final int categories;
    private final double[] cumulative;
    /** For each cell its category, or ~ of its first one. */
    private final int[] guide;

    private double total;

    /** For rows of so many categories, from each of which so many draws are to come. */
    CategoricalTable(int categories, int draws) {
        this.categories = categories;
        cumulative = new double[categories];
        long most = Math.min((long) CELLS_PER_CATEGORY * categories, draws / DRAWS_PER_CELL);
        guide = new int[Integer.highestOneBit((int) Math.max(1, most))];
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

    /** A power of two of cells: their ends are exact, and an element's cell is. */
    private void fillGuide() {
        double width = 1.0 / guide.length;
        int first = 0;
        for (int cell = 0; cell < guide.length; cell++) {
            first = search(first, cell * width);
            int last = search(first, Math.nextDown((cell + 1) * width));
            guide[cell] = first == last ? first : ~first;
        }
    }

    /** The category of u in (0, 1). */
    int category(double u) {
        int known = guide[(int) (u * guide.length)];
        return known >= 0 ? known : search(~known, u);
    }

    /** The category of u, which is {@code k} or a later one. */
    private int search(int k, double u) {
        // Rounding must not reach the total.
        double point = Math.min(u * total, Math.nextDown(total));
        int category = k;
        while (cumulative[category] <= point) {
            category++;
        }
        return category;
    }
}
