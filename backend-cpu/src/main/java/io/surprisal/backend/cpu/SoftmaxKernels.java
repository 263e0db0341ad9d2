package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;

/**
 * The softmax family of FLOAT32 rows: each row is shifted by its largest element (by 0 where that is not finite, so that ∞ − ∞ never
 * arises) and exponentiated. Rows of up to a block are taken several at a time, longer ones in pieces.
 */
final class SoftmaxKernels {
    private final CpuArrays arrays;
    private final Scratch scratch;

    SoftmaxKernels(CpuArrays arrays, Scratch scratch) {
        this.arrays = arrays;
        this.scratch = scratch;
    }

    CpuArray softmax(CpuArray x) {
        CpuArray y = arrays.make(x.shape(), DType.FLOAT32);
        rows(x, x.shape(), y, Output.PROBABILITY);
        return y;
    }

    CpuArray logSoftmax(CpuArray x) {
        CpuArray y = arrays.make(x.shape(), DType.FLOAT32);
        rows(x, x.shape(), y, Output.LOG_PROBABILITY);
        return y;
    }

    CpuArray logSumExp(CpuArray x, Shape out) {
        CpuArray y = arrays.make(out, DType.FLOAT32);
        rows(x, x.shape(), y, Output.LOG_NORMALISER);
        return y;
    }

    private enum Output {
        PROBABILITY,
        LOG_PROBABILITY,
        LOG_NORMALISER
    }

    private void rows(CpuArray x, Shape shape, CpuArray y, Output output) {
        int length = shape.at(shape.rank() - 1);
        long rows = shape.size() / length;
        if (length > Scratch.BLOCK) {
            for (long row = 0; row < rows; row++) {
                longRow(x.memory(), row, length, y.memory(), output);
            }
            return;
        }
        int perBlock = Scratch.BLOCK / length;
        for (long row = 0; row < rows; row += perBlock) {
            shortRows(x.memory(), row, (int) Math.min(perBlock, rows - row), length, y.memory(), output);
        }
    }

    private void shortRows(Memory x, long row, int count, int length, Memory y, Output output) {
        float[] shifted = scratch.floatsA;
        float[] exponentials = scratch.floatsB;
        float[] normalisers = scratch.floatsC;
        int n = count * length;
        x.get(row * length, shifted, 0, n);
        for (int i = 0; i < count; i++) {
            float peak = finite(largest(shifted, i * length, length, Float.NEGATIVE_INFINITY));
            normalisers[i] = peak;
            for (int j = i * length; j < (i + 1) * length; j++) {
                shifted[j] -= peak;
            }
        }
        scratch.elementary.exponential().exp(shifted, exponentials, n);
        for (int i = 0; i < count; i++) {
            double sum = sum(exponentials, i * length, length);
            switch (output) {
                case PROBABILITY -> scale(exponentials, i * length, length, sum);
                case LOG_PROBABILITY -> subtract(shifted, i * length, length, Math.log(sum));
                case LOG_NORMALISER -> normalisers[i] = (float) (normalisers[i] + Math.log(sum));
            }
        }
        switch (output) {
            case PROBABILITY -> y.put(row * length, exponentials, 0, n);
            case LOG_PROBABILITY -> y.put(row * length, shifted, 0, n);
            case LOG_NORMALISER -> y.put(row, normalisers, 0, count);
        }
    }

    private void longRow(Memory x, long row, int length, Memory y, Output output) {
        float[] block = scratch.floatsA;
        float[] exponentials = scratch.floatsB;
        long base = row * length;
        float peak = Float.NEGATIVE_INFINITY;
        for (long done = 0; done < length; done += Scratch.BLOCK) {
            int n = Scratch.block(done, length);
            x.get(base + done, block, 0, n);
            peak = largest(block, 0, n, peak);
        }
        peak = finite(peak);
        double sum = 0;
        for (long done = 0; done < length; done += Scratch.BLOCK) {
            int n = Scratch.block(done, length);
            x.get(base + done, block, 0, n);
            subtract(block, 0, n, peak);
            scratch.elementary.exponential().exp(block, exponentials, n);
            sum += sum(exponentials, 0, n);
            switch (output) {
                case PROBABILITY -> y.put(base + done, exponentials, 0, n);
                case LOG_PROBABILITY -> y.put(base + done, block, 0, n);
                case LOG_NORMALISER -> {}
            }
        }
        if (output == Output.LOG_NORMALISER) {
            y.putFloat(row, (float) (peak + Math.log(sum)));
            return;
        }
        for (long done = 0; done < length; done += Scratch.BLOCK) {
            int n = Scratch.block(done, length);
            y.get(base + done, block, 0, n);
            if (output == Output.PROBABILITY) {
                scale(block, 0, n, sum);
            } else {
                subtract(block, 0, n, Math.log(sum));
            }
            y.put(base + done, block, 0, n);
        }
    }

    private static float finite(float peak) {
        return Float.isFinite(peak) ? peak : 0f;
    }

    private static float largest(float[] x, int from, int n, float least) {
        float best = least;
        for (int i = from; i < from + n; i++) {
            if (x[i] > best || Float.isNaN(x[i])) {
                best = x[i];
            }
        }
        return best;
    }

    private static double sum(float[] x, int from, int n) {
        double even = 0;
        double odd = 0;
        int i = from;
        for (; i + 1 < from + n; i += 2) {
            even += x[i];
            odd += x[i + 1];
        }
        return i < from + n ? even + odd + x[i] : even + odd;
    }

    private static void scale(float[] x, int from, int n, double sum) {
        float factor = (float) (1 / sum);
        for (int i = from; i < from + n; i++) {
            x[i] *= factor;
        }
    }

    private static void subtract(float[] x, int from, int n, double amount) {
        float subtrahend = (float) amount;
        for (int i = from; i < from + n; i++) {
            x[i] -= subtrahend;
        }
    }
}
