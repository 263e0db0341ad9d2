package io.surprisal.backend.cpu;

import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import java.util.Arrays;

/**
 * ‖aᵢ − bⱼ‖² of FLOAT32 rows and its derivative, from the differences themselves: ‖a‖² + ‖b‖² − 2a·b cancels for near points. The
 * points b are turned on the heap, a block of them at a time, so that the loop over them runs along memory.
 */
final class SquaredDistances {
    /** Terms to a partial sum, so that rounding errors grow with the square root of what they would. */
    private static final int PARTIAL = 16;

    private final CpuArrays arrays;
    private final float[] partial = new float[Scratch.BLOCK];
    private final float[] total = new float[Scratch.BLOCK];

    SquaredDistances(CpuArrays arrays) {
        this.arrays = arrays;
    }

    CpuArray between(CpuArray a, CpuArray b, Shape out) {
        CpuArray y = arrays.make(out, DType.FLOAT32);
        int d = a.shape().at(1);
        int points = out.at(1);
        float[] row = new float[d];
        float[][] turned = new float[d][Math.min(points, Scratch.BLOCK)];
        for (int first = 0; first < points; first += Scratch.BLOCK) {
            int n = Scratch.block(first, points);
            for (int j = 0; j < n; j++) {
                b.memory().get((long) (first + j) * d, row, 0, d);
                for (int k = 0; k < d; k++) {
                    turned[k][j] = row[k];
                }
            }
            for (int i = 0; i < out.at(0); i++) {
                a.memory().get((long) i * d, row, 0, d);
                distances(row, turned, n);
                y.memory().put((long) i * points + first, total, 0, n);
            }
        }
        return y;
    }

    /** 2 Σⱼ gᵢⱼ (aᵢ − bⱼ). */
    CpuArray backward(CpuArray cotangent, CpuArray a, CpuArray b) {
        CpuArray y = arrays.make(a.shape(), DType.FLOAT32);
        int d = a.shape().at(1);
        int points = b.shape().at(0);
        float[] row = new float[d];
        float[] sums = new float[d];
        float[] few = new float[d];
        float[] weights = new float[Math.min(points, Scratch.BLOCK)];
        float[][] others = new float[weights.length][d];
        for (int first = 0; first < points; first += Scratch.BLOCK) {
            int n = Scratch.block(first, points);
            for (int j = 0; j < n; j++) {
                b.memory().get((long) (first + j) * d, others[j], 0, d);
            }
            for (int i = 0; i < a.shape().at(0); i++) {
                a.memory().get((long) i * d, row, 0, d);
                cotangent.memory().get((long) i * points + first, weights, 0, n);
                if (first == 0) {
                    Arrays.fill(sums, 0);
                } else {
                    y.memory().get((long) i * d, sums, 0, d);
                }
                addDifferences(row, others, weights, n, few, sums);
                y.memory().put((long) i * d, sums, 0, d);
            }
        }
        return y;
    }

    private static void addDifferences(
            float[] point, float[][] others, float[] weights, int n, float[] few, float[] sums) {
        for (int start = 0; start < n; start += PARTIAL) {
            Arrays.fill(few, 0);
            for (int j = start; j < Math.min(start + PARTIAL, n); j++) {
                addDifference(2 * weights[j], point, others[j], few);
            }
            add(few, sums, sums.length);
        }
    }

    private static void addDifference(float weight, float[] point, float[] other, float[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += weight * (point[k] - other[k]);
        }
    }

    private void distances(float[] point, float[][] others, int n) {
        Arrays.fill(total, 0, n, 0);
        for (int start = 0; start < point.length; start += PARTIAL) {
            Arrays.fill(partial, 0, n, 0);
            for (int k = start; k < Math.min(start + PARTIAL, point.length); k++) {
                addSquares(point[k], others[k], partial, n);
            }
            add(partial, total, n);
        }
    }

    private static void addSquares(float x, float[] others, float[] sums, int n) {
        for (int j = 0; j < n; j++) {
            float difference = x - others[j];
            sums[j] += difference * difference;
        }
    }

    private static void add(float[] x, float[] sums, int n) {
        for (int j = 0; j < n; j++) {
            sums[j] += x[j];
        }
    }
}
