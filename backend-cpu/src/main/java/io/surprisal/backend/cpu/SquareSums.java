package io.surprisal.backend.cpu;

import io.surprisal.tensor.spi.HostThreads;

/**
 * Sums of squares of standardised FLOAT32 elements, added up in double precision: eight accumulators for each row, whatever the number of
 * threads.
 */
final class SquareSums {
    /** Elements that are worth a thread. */
    private static final int GRAIN = 1 << 16;

    private final CpuArray x;
    private final float mean;
    private final float inverse;

    /** Of (x − mean)·inverse. */
    SquareSums(CpuArray x, float mean, float inverse) {
        this.x = x;
        this.mean = mean;
        this.inverse = inverse;
    }

    /** Writes −½ Σ z² − n·constant for each row of as many neighbouring elements, n, as there are for one of y. */
    CpuArray into(CpuArray y, double constant) {
        int length = x.size() / y.size();
        HostThreads.compute(y.size(), 1 + GRAIN / length, (from, to) -> {
            // Whole rows to a block, or a row in several.
            int rows = Math.max(1, Scratch.BLOCK / length);
            float[] block = new float[Math.min(length, Scratch.BLOCK) * rows];
            float[] sums = new float[rows];
            for (int row = from; row < to; row += rows) {
                int count = Math.min(rows, to - row);
                sumRows(row, count, length, block, sums, constant);
                y.memory().put(row, sums, 0, count);
            }
        });
        return y;
    }

    private void sumRows(int row, int count, int length, float[] block, float[] sums, double constant) {
        long start = (long) row * length;
        if (length <= Scratch.BLOCK) {
            x.memory().get(start, block, 0, count * length);
            for (int i = 0; i < count; i++) {
                sums[i] = (float) (-0.5 * sum(block, i * length, length, mean, inverse) - length * constant);
            }
            return;
        }
        double sum = 0;
        for (int done = 0; done < length; done += Scratch.BLOCK) {
            int n = Scratch.block(done, length);
            x.memory().get(start + done, block, 0, n);
            sum += sum(block, 0, n, mean, inverse);
        }
        sums[0] = (float) (-0.5 * sum - length * constant);
    }

    private static double sum(float[] x, int from, int n, float mean, float inverse) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int end = from + n;
        int i = from;
        for (; i + 7 < end; i += 8) {
            a += square(x[i], mean, inverse);
            b += square(x[i + 1], mean, inverse);
            c += square(x[i + 2], mean, inverse);
            d += square(x[i + 3], mean, inverse);
            e += square(x[i + 4], mean, inverse);
            f += square(x[i + 5], mean, inverse);
            g += square(x[i + 6], mean, inverse);
            h += square(x[i + 7], mean, inverse);
        }
        for (; i < end; i++) {
            a += square(x[i], mean, inverse);
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    private static double square(float x, float mean, float inverse) {
        double z = (x - mean) * inverse;
        return z * z;
    }
}
