package io.surprisal.random;

/** Fills arrays with categorical draws: element i takes the FLOAT64 uniform of its key and index. */
final class CategoricalDraws {
    private CategoricalDraws() {}

    /**
     * Writes the elements 0, …, {@code target.length − 1} of a draw.
     *
     * @param logits rows of {@code categories} logits; element i has row {@code i % rows}
     * @throws IllegalArgumentException if a logit is NaN or +∞, or all of a row are −∞
     */
    static void fill(HostDraws uniforms, RandomKey key, double[] logits, int categories, long[] target) {
        int rows = logits.length / categories;
        var table = new CategoricalTable(categories);
        var u = new double[target.length];
        uniforms.fill(DrawKind.UNIFORM, key, 0, u, 0, u.length);
        for (int row = 0; row < rows; row++) {
            table.load(logits, row * categories);
            for (int i = row; i < target.length; i += rows) {
                target[i] = table.category(u[i]);
            }
        }
    }
}
