package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/**
 * A transposed convolution along sequences, the adjoint of a {@link Conv1d} with the same stride and padding: x [batch, in, length]
 * becomes [batch, out, length′] with length′ = (length − 1)·stride − 2·padding + width + extra. Parameters: {@code filters} [in, out,
 * width], and {@code bias} [out], which starts at 0.
 *
 * @param in input channels
 * @param out output channels
 * @param width taps of a filter
 * @param stride the factor by which sequences grow, at least 1
 * @param padding of the adjoint, which cuts the result at both ends
 * @param extra places added at the end, less than the stride
 * @param activation what follows
 * @param biased whether a bias is added
 * @param initialiser the rule for the filters
 */
public record ConvTranspose1d(
        int in,
        int out,
        int width,
        int stride,
        int padding,
        int extra,
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
     * @param stride the factor by which sequences grow, at least 1
     * @param padding of the adjoint, which cuts the result at both ends
     * @param extra places added at the end, less than the stride
     * @param activation what follows
     * @param biased whether a bias is added
     * @param initialiser the rule for the filters
     * @throws IllegalArgumentException if a size is less than 1, the padding negative, or {@code extra} not in [0, stride)
     */
    public ConvTranspose1d {
        LayerRules.requirePositive("ConvTranspose1d", "in", in);
        LayerRules.requirePositive("ConvTranspose1d", "out", out);
        LayerRules.requirePositive("ConvTranspose1d", "width", width);
        LayerRules.requirePositive("ConvTranspose1d", "stride", stride);
        LayerRules.requireNotNegative("ConvTranspose1d", "padding", padding);
        LayerRules.requireExtra("ConvTranspose1d", extra, stride);
    }

    /**
     * Stride 1, no padding, a bias, no activation, and Glorot's uniform weights.
     *
     * @param in input channels
     * @param out output channels
     * @param width taps of a filter
     * @return the layer
     * @throws IllegalArgumentException if a size is less than 1
     */
    public static ConvTranspose1d of(int in, int out, int width) {
        return new ConvTranspose1d(in, out, width, 1, 0, 0, Activation.NONE, true, Initialiser.glorotUniform());
    }

    /**
     * This layer with another stride.
     *
     * @param other the factor by which sequences grow, at least 1
     * @param added places at the end, less than the stride
     * @return the new layer
     * @throws IllegalArgumentException if the stride is less than 1, or {@code added} not in [0, stride)
     */
    public ConvTranspose1d withStride(int other, int added) {
        return new ConvTranspose1d(in, out, width, other, padding, added, activation, biased, initialiser);
    }

    /**
     * This layer with the padding of its adjoint.
     *
     * @param other places cut at both ends, not negative
     * @return the new layer
     * @throws IllegalArgumentException if it is negative
     */
    public ConvTranspose1d withPadding(int other) {
        return new ConvTranspose1d(in, out, width, stride, other, extra, activation, biased, initialiser);
    }

    /**
     * This layer with another activation.
     *
     * @param other what follows
     * @return the new layer
     */
    public ConvTranspose1d withActivation(Activation other) {
        return new ConvTranspose1d(in, out, width, stride, padding, extra, other, biased, initialiser);
    }

    /**
     * This layer with another rule for its filters.
     *
     * @param other the rule
     * @return the new layer
     */
    public ConvTranspose1d withInitialiser(Initialiser other) {
        return new ConvTranspose1d(in, out, width, stride, padding, extra, activation, biased, other);
    }

    /** {@return this layer without a bias} */
    public ConvTranspose1d withoutBias() {
        return new ConvTranspose1d(in, out, width, stride, padding, extra, activation, false, initialiser);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("ConvTranspose1d", dtype);
        Fans fans = new Fans((long) in * width, (long) out * width);
        Parameters filters =
                Parameters.of("filters", initialiser.draw(key, backend, Shape.of(in, out, width), dtype, fans));
        return biased ? filters.with("bias", backend.zeros(Shape.of(out), dtype)) : filters;
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        LayerRules.requireChannels("ConvTranspose1d", x, 3, in);
        Tensor filters = LayerRules.parameter("ConvTranspose1d", parameters, "filters", Shape.of(in, out, width));
        int length =
                LayerRules.grown("ConvTranspose1d", x, (x.shape().at(2) - 1L) * stride - 2L * padding + width + extra);
        return Scope.tidy(() -> {
            Tensor image = x.expandDims(2)
                    .convolveInputBackward(
                            filters.expandDims(2), Geometry.line(stride, padding, padding, 1), 1, length);
            return activation.apply(ChannelBias.add("ConvTranspose1d", parameters, biased, out, image)
                    .squeeze(2));
        });
    }
}
