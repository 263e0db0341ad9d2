package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * The largest or the mean number of each window: images [batch, channels, rows, columns] become [batch, channels, rows′, columns′]
 * with rows′ = ⌊(rows − height)/stride⌋ + 1, and sequences [batch, channels, length] likewise. What does not fill a window at the end
 * is left out; pad first to keep it. No parameters. At ties the derivative of the largest is shared equally.
 *
 * @param kind largest or mean
 * @param axes 1 for sequences, 2 for images
 * @param size the side of a window, at least 1
 * @param stride places between neighbouring windows, at least 1
 */
public record Pooling(Kind kind, int axes, int size, int stride) implements Layer {
    /** What is taken of each window. */
    public enum Kind {
        /** The largest number. */
        MAX,
        /** The arithmetic mean. */
        AVERAGE
    }

    /**
     * Checks the sizes.
     *
     * @param kind largest or mean
     * @param axes 1 for sequences, 2 for images
     * @param size the side of a window, at least 1
     * @param stride places between neighbouring windows, at least 1
     * @throws IllegalArgumentException if a size is less than 1, or the axes are neither 1 nor 2
     */
    public Pooling {
        LayerRules.requirePositive("Pooling", "size", size);
        LayerRules.requirePositive("Pooling", "stride", stride);
        if (axes != 1 && axes != 2) {
            throw new IllegalArgumentException(
                    "Pooling: axes must be 1 for sequences or 2 for images, but is " + axes + ".");
        }
    }

    /**
     * The largest number of neighbouring stretches of sequences.
     *
     * @param size their length
     * @return the layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Pooling max1d(int size) {
        return new Pooling(Kind.MAX, 1, size, size);
    }

    /**
     * The largest number of neighbouring squares of images.
     *
     * @param size their side
     * @return the layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Pooling max2d(int size) {
        return new Pooling(Kind.MAX, 2, size, size);
    }

    /**
     * The mean of neighbouring stretches of sequences.
     *
     * @param size their length
     * @return the layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Pooling average1d(int size) {
        return new Pooling(Kind.AVERAGE, 1, size, size);
    }

    /**
     * The mean of neighbouring squares of images.
     *
     * @param size their side
     * @return the layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Pooling average2d(int size) {
        return new Pooling(Kind.AVERAGE, 2, size, size);
    }

    /**
     * This layer with windows that overlap or leave gaps.
     *
     * @param other places between neighbouring windows, at least 1
     * @return the new layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public Pooling withStride(int other) {
        return new Pooling(kind, axes, size, other);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("Pooling", dtype);
        return Parameters.empty();
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        LayerRules.requireRank("Pooling", x, 2 + axes);
        return Scope.tidy(() -> {
            Tensor pooled = x;
            // Both the largest and the mean of a square are those of its columns' ones.
            for (int axis = 2; axis < 2 + axes; axis++) {
                pooled = along(pooled, axis);
            }
            return pooled;
        });
    }

    private Tensor along(Tensor x, int axis) {
        int length = x.shape().at(axis);
        if (length < size) {
            throw new IllegalArgumentException("Pooling: windows of " + size + " do not fit into axis " + axis
                    + " of shape " + x.shape() + ". Pad the input or use smaller windows.");
        }
        Tensor windows = Windows.along(x, axis, size, stride);
        return switch (kind) {
            case MAX -> windows.max(axis + 1);
            case AVERAGE -> windows.mean(axis + 1);
        };
    }
}
