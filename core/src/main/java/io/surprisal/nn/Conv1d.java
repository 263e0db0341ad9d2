package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * A convolution (cross-correlation) along sequences: x [batch, in, length] becomes [batch, out, length′] with length′ = ⌊(left +
 * length + right − dilation·(width − 1) − 1)/stride⌋ + 1. Parameters: {@code filters} [out, in, width], and {@code bias} [out], which
 * starts at 0.
 *
 * @param in input channels
 * @param out output channels
 * @param width taps of a filter
 * @param stride places between neighbouring outputs, at least 1
 * @param left zeros before the sequence
 * @param right zeros after it
 * @param dilation places between neighbouring taps, at least 1
 * @param activation what follows
 * @param biased whether a bias is added
 * @param initialiser the rule for the filters; its fans count the taps
 */
public record Conv1d(
        int in,
        int out,
        int width,
        int stride,
        int left,
        int right,
        int dilation,
        Activation activation,
        boolean biased,
        Initialiser initialiser)
        implements Layer {
    /**
     * Checks the sizes.
     *
     * @param in input channels
     * @param out output channels
     * @param width taps of a filter
     * @param stride places between neighbouring outputs, at least 1
     * @param left zeros before the sequence
     * @param right zeros after it
     * @param dilation places between neighbouring taps, at least 1
     * @param activation what follows
     * @param biased whether a bias is added
     * @param initialiser the rule for the filters; its fans count the taps
     * @throws IllegalArgumentException if a padding is negative, or another size less than 1
     */
    public Conv1d {
        LayerRules.requirePositive("Conv1d", "in", in);
        LayerRules.requirePositive("Conv1d", "out", out);
        LayerRules.requirePositive("Conv1d", "width", width);
        LayerRules.requirePositive("Conv1d", "stride", stride);
        LayerRules.requireNotNegative("Conv1d", "left", left);
        LayerRules.requireNotNegative("Conv1d", "right", right);
        LayerRules.requirePositive("Conv1d", "dilation", dilation);
    }

    /**
     * Stride 1, no padding, no dilation, a bias, no activation, and Glorot's uniform weights.
     *
     * @param in input channels
     * @param out output channels
     * @param width taps of a filter
     * @return the layer
     * @throws IllegalArgumentException if a size is less than 1
     */
    public static Conv1d of(int in, int out, int width) {
        return new Conv1d(in, out, width, 1, 0, 0, 1, Activation.NONE, true, Initialiser.glorotUniform());
    }

    /**
     * This layer with another stride.
     *
     * @param other places between neighbouring outputs, at least 1
     * @return the new layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public Conv1d withStride(int other) {
        return new Conv1d(in, out, width, other, left, right, dilation, activation, biased, initialiser);
    }

    /**
     * This layer with zeros at both ends.
     *
     * @param before zeros before the sequence, not negative
     * @param after zeros after it, not negative
     * @return the new layer
     * @throws IllegalArgumentException if one is negative
     */
    public Conv1d withPadding(int before, int after) {
        return new Conv1d(in, out, width, stride, before, after, dilation, activation, biased, initialiser);
    }

    /**
     * This layer with dilation·(width − 1) zeros before the sequence and none after: no output sees a later input.
     *
     * @return the new layer
     */
    public Conv1d causal() {
        long needed = dilation * (width - 1L);
        if (needed > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Conv1d: width " + width + " with dilation " + dilation + " reaches "
                    + needed + " places back, more than the 2147483647 that an axis can have. Use a smaller one.");
        }
        return withPadding((int) needed, 0);
    }

    /**
     * This layer with another dilation.
     *
     * @param other places between neighbouring taps, at least 1
     * @return the new layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public Conv1d withDilation(int other) {
        return new Conv1d(in, out, width, stride, left, right, other, activation, biased, initialiser);
    }

    /**
     * This layer with another activation.
     *
     * @param other what follows
     * @return the new layer
     */
    public Conv1d withActivation(Activation other) {
        return new Conv1d(in, out, width, stride, left, right, dilation, other, biased, initialiser);
    }

    /**
     * This layer with another rule for its filters.
     *
     * @param other the rule
     * @return the new layer
     */
    public Conv1d withInitialiser(Initialiser other) {
        return new Conv1d(in, out, width, stride, left, right, dilation, activation, biased, other);
    }

    /** {@return this layer without a bias} */
    public Conv1d withoutBias() {
        return new Conv1d(in, out, width, stride, left, right, dilation, activation, false, initialiser);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("Conv1d", dtype);
        Fans fans = new Fans((long) in * width, (long) out * width);
        Parameters filters =
                Parameters.of("filters", initialiser.draw(key, backend, Shape.of(out, in, width), dtype, fans));
        return biased ? filters.with("bias", backend.zeros(Shape.of(out), dtype)) : filters;
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        LayerRules.requireChannels("Conv1d", x, 3, in);
        Tensor filters = LayerRules.parameter("Conv1d", parameters, "filters", Shape.of(out, in, width));
        return Scope.tidy(() -> {
            Tensor image =
                    x.expandDims(2).convolve(filters.expandDims(2), Geometry.line(stride, left, right, dilation));
            return activation.apply(
                    ChannelBias.add("Conv1d", parameters, biased, out, image).squeeze(2));
        });
    }
}
