package io.surprisal.random;

import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.HostThreads;
import io.surprisal.tensor.spi.LongSource;

/** Categorical draws: element i takes the FLOAT64 uniform of its key and index. */
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
     * The elements of a draw of {@code size} of them.
     *
     * @param logits rows of {@code categories} logits; element i has row {@code i % rows}
     * @throws IllegalArgumentException if a logit is NaN or +∞, or all of a row are −∞
     */
    static LongSource of(RandomKey key, double[] logits, int categories, int size) {
        int rows = logits.length / categories;
        if (rows > 1) {
            long[] drawn = ofRows(key, logits, categories, rows, size);
            return (from, target, offset, length) -> System.arraycopy(drawn, from, target, offset, length);
        }
        var table = new CategoricalTable(categories, size);
        table.load(logits, 0);
        return (from, target, offset, length) -> fill(key, table, from, target, offset, length);
    }

    /** Row by row, so that each table is made once. */
    private static long[] ofRows(RandomKey key, double[] logits, int categories, int rows, int size) {
        var u = new double[size];
        HostThreads.compute(
                size,
                HostSamplers.GRAIN,
                (from, to) -> HostSamplers.inverse().fill(DrawKind.UNIFORM, key, from, u, from, to - from));
        int drawsOfRow = size / rows;
        int grain = 1 + HostSamplers.GRAIN / (categories + drawsOfRow);
        var drawn = new long[size];
        HostThreads.compute(rows, grain, (from, to) -> {
            var table = new CategoricalTable(categories, drawsOfRow);
            for (int row = from; row < to; row++) {
                table.load(logits, row * categories);
                for (int i = row; i < size; i += rows) {
                    drawn[i] = table.category(u[i]);
                }
            }
        });
        return drawn;
    }

    /** Elements of a draw from one row. */
    private static void fill(RandomKey key, CategoricalTable table, int from, long[] target, int offset, int length) {
        HostDraws uniforms = HostSamplers.inverse();
        var u = new double[Math.min(BLOCK, length)];
        for (int done = 0; done < length; done += BLOCK) {
            int count = Math.min(BLOCK, length - done);
            uniforms.fill(DrawKind.UNIFORM, key, from + done, u, 0, count);
            for (int i = 0; i < count; i++) {
                target[offset + done + i] = table.category(u[i]);
            }
        }
    }
}
