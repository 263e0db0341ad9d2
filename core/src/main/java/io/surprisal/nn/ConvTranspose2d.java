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
 * A transposed convolution of images, the adjoint of a {@link Conv2d} with the same geometry: x [batch, in, rows, columns] becomes
 * [batch, out, rows′, columns′] with rows′ = (rows − 1)·stride − top − bottom + dilation·(height − 1) + 1 + extra, and columns′
 * likewise. Parameters: {@code filters} [in, out, height, width], and {@code bias} [out], which starts at 0.
 *
 * @param in input channels
 * @param out output channels
 * @param height rows of a filter
 * @param width columns of a filter
 * @param geometry strides, paddings and dilations of the adjoint convolution
 * @param extra rows and columns added at the lower and right end, less than the strides: a strided convolution takes several
 *     sizes to one, and this chooses among them
 * @param activation what follows
 * @param biased whether a bias is added
 * @param initialiser the rule for the filters
 */
public record ConvTranspose2d(
        int in,
        int out,
        int height,
        int width,
        Convolution geometry,
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
     * @param height rows of a filter
     * @param width columns of a filter
     * @param geometry strides, paddings and dilations of the adjoint convolution
     * @param extra rows and columns added at the lower and right end, less than the strides: a strided convolution takes several
     *     sizes to one, and this chooses among them
     * @param activation what follows
     * @param biased whether a bias is added
     * @param initialiser the rule for the filters
     * @throws IllegalArgumentException if a size is less than 1, or {@code extra} is negative or not less than the strides
     */
    public ConvTranspose2d {
        LayerRules.requirePositive("ConvTranspose2d", "in", in);
        LayerRules.requirePositive("ConvTranspose2d", "out", out);
        LayerRules.requirePositive("ConvTranspose2d", "height", height);
        LayerRules.requirePositive("ConvTranspose2d", "width", width);
        LayerRules.requireExtra("ConvTranspose2d", extra, Math.min(geometry.strideHeight(), geometry.strideWidth()));
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
    public static ConvTranspose2d of(int in, int out, int side) {
        return new ConvTranspose2d(
                in, out, side, side, Convolution.plain(), 0, Activation.NONE, true, Initialiser.glorotUniform());
    }

    /**
     * This layer with other strides, paddings and dilations.
     *
     * @param other the geometry of the adjoint convolution
     * @param added rows and columns at the lower and right end, less than the strides
     * @return the new layer
     * @throws IllegalArgumentException if {@code added} is negative or not less than the strides
     */
    public ConvTranspose2d withGeometry(Convolution other, int added) {
        return new ConvTranspose2d(in, out, height, width, other, added, activation, biased, initialiser);
    }

    /**
     * This layer with a stride in both directions, the factor by which images grow.
     *
     * @param stride at least 1
     * @param added rows and columns at the lower and right end, less than the stride
     * @return the new layer
     * @throws IllegalArgumentException if the stride is less than 1, or {@code added} negative or not less than it
     */
    public ConvTranspose2d withStride(int stride, int added) {
        return withGeometry(Geometry.withStride(geometry, stride), added);
    }

    /**
     * This layer with the padding of its adjoint, which cuts the result on all four sides.
     *
     * @param padding rows and columns on each side, not negative
     * @return the new layer
     * @throws IllegalArgumentException if it is negative
     */
    public ConvTranspose2d withPadding(int padding) {
        return withGeometry(Geometry.withPadding(geometry, padding), extra);
    }

    /**
     * This layer with another activation.
     *
     * @param other what follows
     * @return the new layer
     */
    public ConvTranspose2d withActivation(Activation other) {
        return new ConvTranspose2d(in, out, height, width, geometry, extra, other, biased, initialiser);
    }

    /**
     * This layer with another rule for its filters.
     *
     * @param other the rule
     * @return the new layer
     */
    public ConvTranspose2d withInitialiser(Initialiser other) {
        return new ConvTranspose2d(in, out, height, width, geometry, extra, activation, biased, other);
    }

    /** {@return this layer without a bias} */
    public ConvTranspose2d withoutBias() {
        return new ConvTranspose2d(in, out, height, width, geometry, extra, activation, false, initialiser);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("ConvTranspose2d", dtype);
        Fans fans = new Fans((long) in * height * width, (long) out * height * width);
        Parameters filters =
                Parameters.of("filters", initialiser.draw(key, backend, Shape.of(in, out, height, width), dtype, fans));
        return biased ? filters.with("bias", backend.zeros(Shape.of(out), dtype)) : filters;
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        LayerRules.requireChannels("ConvTranspose2d", x, 4, in);
        Tensor filters =
                LayerRules.parameter("ConvTranspose2d", parameters, "filters", Shape.of(in, out, height, width));
        int rows = LayerRules.grown(
                "ConvTranspose2d",
                x,
                (x.shape().at(2) - 1L) * geometry.strideHeight()
                        - geometry.top()
                        - geometry.bottom()
                        + geometry.dilationHeight() * (height - 1L)
                        + 1
                        + extra);
        int columns = LayerRules.grown(
                "ConvTranspose2d",
                x,
                (x.shape().at(3) - 1L) * geometry.strideWidth()
                        - geometry.left()
                        - geometry.right()
                        + geometry.dilationWidth() * (width - 1L)
                        + 1
                        + extra);
        return Scope.tidy(() -> activation.apply(ChannelBias.add(
                "ConvTranspose2d",
                parameters,
                biased,
                out,
                x.convolveInputBackward(filters, geometry, rows, columns))));
    }
}
