package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;

/**
 * Sequences [batch, channels, length] or images [batch, channels, rows, columns] made longer along each of their axes by a whole
 * factor. No parameters.
 *
 * <p>{@link Kind#NEAREST} repeats each number. {@link Kind#LINEAR} (bilinear for images) interpolates between the centres of
 * the numbers, place i of the result lying at (i + ½)/factor − ½, and repeats the outermost numbers beyond their centres.
 *
 * @param kind repetition or interpolation
 * @param axes 1 for sequences, 2 for images
 * @param factor how much longer, at least 1
 */
public record Upsampling(Kind kind, int axes, int factor) implements Layer {
    /** What stands between the numbers. */
    public enum Kind {
        /** The nearest of them. */
        NEAREST,
        /** Their linear interpolation. */
        LINEAR
    }

    /**
     * Checks the sizes.
     *
     * @param kind repetition or interpolation
     * @param axes 1 for sequences, 2 for images
     * @param factor how much longer, at least 1
     * @throws IllegalArgumentException if the factor is less than 1, or the axes are neither 1 nor 2
     */
    public Upsampling {
        LayerRules.requirePositive("Upsampling", "factor", factor);
        if (axes != 1 && axes != 2) {
            throw new IllegalArgumentException(
                    "Upsampling: axes must be 1 for sequences or 2 for images, but is " + axes + ".");
        }
    }

    /**
     * Images with each number repeated in a square.
     *
     * @param factor the side of the square, at least 1
     * @return the layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Upsampling nearest2d(int factor) {
        return new Upsampling(Kind.NEAREST, 2, factor);
    }

    /**
     * Images interpolated bilinearly.
     *
     * @param factor how much longer, at least 1
     * @return the layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Upsampling bilinear2d(int factor) {
        return new Upsampling(Kind.LINEAR, 2, factor);
    }

    /**
     * Sequences with each number repeated.
     *
     * @param factor how often, at least 1
     * @return the layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Upsampling nearest1d(int factor) {
        return new Upsampling(Kind.NEAREST, 1, factor);
    }

    /**
     * Sequences interpolated linearly.
     *
     * @param factor how much longer, at least 1
     * @return the layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Upsampling linear1d(int factor) {
        return new Upsampling(Kind.LINEAR, 1, factor);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("Upsampling", dtype);
        return Parameters.empty();
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        LayerRules.requireRank("Upsampling", x, 2 + axes);
        for (int axis = 2; axis < 2 + axes; axis++) {
            if (x.shape().at(axis) == 0) {
                throw new IllegalArgumentException("Upsampling: axis " + axis + " of the input's shape " + x.shape()
                        + " is empty, and there is nothing to repeat. Leave empty inputs out.");
            }
        }
        return Scope.tidy(() -> switch (kind) {
            case NEAREST -> repeated(x);
            case LINEAR -> interpolated(x);
        });
    }

    private Tensor repeated(Tensor x) {
        Tensor result = x;
        for (int axis = 2; axis < 2 + axes; axis++) {
            Shape before = result.shape().axes(0, axis + 1);
            Shape after = result.shape().axes(axis + 1, result.rank());
            Shape longer = result.shape()
                    .with(
                            axis,
                            LayerRules.grown(
                                    "Upsampling",
                                    x,
                                    (long) factor * result.shape().at(axis)));
            result = result.expandDims(axis + 1)
                    .broadcastTo(before.then(Shape.of(factor)).then(after))
                    .reshape(longer);
        }
        return result;
    }

    private Tensor interpolated(Tensor x) {
        Tensor result = x;
        for (int axis = 2; axis < 2 + axes; axis++) {
            result = interpolated(result, axis);
        }
        return result;
    }

    /** Each place along the axis between its two neighbours: low + (high − low)·share. */
    private Tensor interpolated(Tensor x, int axis) {
        int length = x.shape().at(axis);
        int longer = LayerRules.grown("Upsampling", x, (long) factor * length);
        long[] low = new long[longer];
        long[] high = new long[longer];
        double[] share = new double[longer];
        for (int i = 0; i < longer; i++) {
            double place = Math.min(Math.max((i + 0.5) / factor - 0.5, 0), length - 1.0);
            low[i] = (long) place;
            high[i] = Math.min(low[i] + 1, length - 1L);
            share[i] = place - low[i];
        }
        Tensor below = x.indexSelect(x.backend().of(low, longer), axis);
        Tensor above = x.indexSelect(x.backend().of(high, longer), axis);
        Shape alongAxis = Shape.of(longer).then(ones(x.rank() - axis - 1));
        Tensor shares = x.backend().of(share, longer).cast(x.dtype()).reshape(alongAxis);
        return above.minus(below).times(shares).plus(below);
    }

    private static Shape ones(int rank) {
        int[] lengths = new int[rank];
        Arrays.fill(lengths, 1);
        return Shape.of(lengths);
    }
}
