package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.ops.Convolution;

/**
 * A convolution (cross-correlation, as in every deep-learning library) of images: x [batch, in, rows, columns] becomes [batch, out,
 * rows′, columns′] with rows′ = ⌊(top + rows + bottom − dilation·(height − 1) − 1)/stride⌋ + 1, and columns′ likewise. Parameters:
 * {@code filters} [out, in, height, width], and {@code bias} [out], which starts at 0.
 *
 * @param in input channels
 * @param out output channels
 * @param height rows of a filter
 * @param width columns of a filter
 * @param geometry strides, paddings and dilations
 * @param activation what follows
 * @param biased whether a bias is added
 * @param initialiser the rule for the filters; its fans count the taps
 */
public record Conv2d(
        int in,
        int out,
        int height,
        int width,
        Convolution geometry,
        Activation activation,
        boolean biased,
        Initialiser initialiser)
        implements Layer {
    /**
     * Checks the sizes.
     *
     * @param in input channels
     * @param out output channels
     * @param height rows of a filter
     * @param width columns of a filter
     * @param geometry strides, paddings and dilations
     * @param activation what follows
     * @param biased whether a bias is added
     * @param initialiser the rule for the filters; its fans count the taps
     * @throws IllegalArgumentException if one is less than 1
     */
    public Conv2d {
        LayerRules.requirePositive("Conv2d", "in", in);
        LayerRules.requirePositive("Conv2d", "out", out);
        LayerRules.requirePositive("Conv2d", "height", height);
        LayerRules.requirePositive("Conv2d", "width", width);
    }

    /**
     * Square filters with stride 1, no padding, no dilation, a bias, no activation, and Glorot's uniform weights.
     *
     * @param in input channels
     * @param out output channels
     * @param side rows and columns of a filter
     * @return the layer
     * @throws IllegalArgumentException if a size is less than 1
     */
    public static Conv2d of(int in, int out, int side) {
        return new Conv2d(in, out, side, side, Convolution.plain(), Activation.NONE, true, Initialiser.glorotUniform());
    }

    /**
     * This layer with other strides, paddings and dilations.
     *
     * @param other the geometry
     * @return the new layer
     */
    public Conv2d withGeometry(Convolution other) {
        return new Conv2d(in, out, height, width, other, activation, biased, initialiser);
    }

    /**
     * This layer with a stride in both directions.
     *
     * @param stride at least 1
     * @return the new layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public Conv2d withStride(int stride) {
        return withGeometry(Geometry.withStride(geometry, stride));
    }

    /**
     * This layer with zeros on all four sides.
     *
     * @param padding rows and columns of zeros on each side, not negative
     * @return the new layer
     * @throws IllegalArgumentException if it is negative
     */
    public Conv2d withPadding(int padding) {
        return withGeometry(Geometry.withPadding(geometry, padding));
    }

    /**
     * This layer with a dilation in both directions.
     *
     * @param dilation places between neighbouring taps, at least 1
     * @return the new layer
     * @throws IllegalArgumentException if it is less than 1
     */
    public Conv2d withDilation(int dilation) {
        return withGeometry(Geometry.withDilation(geometry, dilation));
    }

    /**
     * This layer with another activation.
     *
     * @param other what follows
     * @return the new layer
     */
    public Conv2d withActivation(Activation other) {
        return new Conv2d(in, out, height, width, geometry, other, biased, initialiser);
    }

    /**
     * This layer with another rule for its filters.
     *
     * @param other the rule
     * @return the new layer
     */
    public Conv2d withInitialiser(Initialiser other) {
        return new Conv2d(in, out, height, width, geometry, activation, biased, other);
    }

    /** {@return this layer without a bias} */
    public Conv2d withoutBias() {
        return new Conv2d(in, out, height, width, geometry, activation, false, initialiser);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("Conv2d", dtype);
        Fans fans = new Fans((long) in * height * width, (long) out * height * width);
        Parameters filters = Parameters.of("filters", initialiser.draw(key, backend, filterShape(), dtype, fans));
        return biased ? filters.with("bias", backend.zeros(Shape.of(out), dtype)) : filters;
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        LayerRules.requireChannels("Conv2d", x, 4, in);
        Tensor filters = LayerRules.parameter("Conv2d", parameters, "filters", filterShape());
        return Scope.tidy(() ->
                activation.apply(ChannelBias.add("Conv2d", parameters, biased, out, x.convolve(filters, geometry))));
    }

    private Shape filterShape() {
        return Shape.of(out, in, height, width);
    }
}
