package io.surprisal.random;

import io.surprisal.tensor.Tensor;

/** Fills arrays with categorical draws: element i takes the FLOAT64 uniform of its key and index. */
final class CategoricalDraws {
    private CategoricalDraws() {}

    /**
     * The number of categories of logits.
     *
     * @throws IllegalArgumentException if they have no last axis, or it is empty
     */
    static int categories(Tensor logits) {
        if (logits.rank() == 0 || logits.shape().dim(-1) == 0) {
            throw new IllegalArgumentException(
                    "categorical: logits need a last axis of at least one category, but have shape " + logits.shape()
                            + ". Reshape them to [rows…, categories].");
        }
        return logits.shape().dim(-1);
    }

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
