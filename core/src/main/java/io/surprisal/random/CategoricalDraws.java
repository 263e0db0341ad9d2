package io.surprisal.random;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.HostThreads;

/** Fills arrays with categorical draws: element i takes the FLOAT64 uniform of its key and index. */
final class CategoricalDraws {
    /** Uniform numbers that are made at a time, and stay in the first-level cache. */
    private static final int BLOCK = 1024;

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
    static void fill(RandomKey key, double[] logits, int categories, long[] target) {
        int rows = logits.length / categories;
        if (rows == 1) {
            var table = new CategoricalTable(categories, target.length);
            table.load(logits, 0);
            HostThreads.compute(target.length, HostSamplers.GRAIN, (from, to) -> fill(key, table, target, from, to));
            return;
        }
        var u = new double[target.length];
        HostThreads.compute(
                u.length,
                HostSamplers.GRAIN,
                (from, to) -> HostSamplers.inverse().fill(DrawKind.UNIFORM, key, from, u, from, to - from));
        int drawsOfRow = target.length / rows;
        int grain = 1 + HostSamplers.GRAIN / (categories + drawsOfRow);
        HostThreads.compute(rows, grain, (from, to) -> {
            var table = new CategoricalTable(categories, drawsOfRow);
            for (int row = from; row < to; row++) {
                table.load(logits, row * categories);
                for (int i = row; i < target.length; i += rows) {
                    target[i] = table.category(u[i]);
                }
            }
        });
    }

    /** The elements {@code from}, …, {@code to − 1} of a draw from one row. */
    private static void fill(RandomKey key, CategoricalTable table, long[] target, int from, int to) {
        HostDraws uniforms = HostSamplers.inverse();
        var u = new double[Math.min(BLOCK, to - from)];
        for (int start = from; start < to; start += BLOCK) {
            int count = Math.min(BLOCK, to - start);
            uniforms.fill(DrawKind.UNIFORM, key, start, u, 0, count);
            for (int i = 0; i < count; i++) {
                target[start + i] = table.category(u[i]);
            }
        }
    }
}
