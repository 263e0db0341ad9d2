package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;

/**
 * A block of a temporal convolutional network: two causal dilated convolutions, each followed by activation and dropout, plus the
 * input itself, and the activation again: act(x + F(x)), for x [batch, in, length] to [batch, out, length]. Where in ≠ out the input
 * goes through a convolution of width 1. No output depends on a later input; one block sees 2·dilation·(width − 1) places back.
 *
 * <p>Parameters: those of {@code first}, {@code second} and, where in ≠ out, {@code shortcut}.
 *
 * @param in input channels
 * @param out output channels
 * @param width taps of each filter
 * @param dilation places between neighbouring taps; usually doubled from block to block
 * @param activation after each convolution and after the sum
 * @param dropout the rate after each activation inside, in [0, 1)
 * @see <a href="https://arxiv.org/abs/1803.01271">Bai, Kolter and Koltun (2018), figure 1(b), without weight normalisation</a>
 */
public record TcnBlock(int in, int out, int width, int dilation, Activation activation, double dropout)
        implements Layer {
    /**
     * Checks the sizes.
     *
     * @param in input channels
     * @param out output channels
     * @param width taps of each filter
     * @param dilation places between neighbouring taps; usually doubled from block to block
     * @param activation after each convolution and after the sum
     * @param dropout the rate after each activation inside, in [0, 1)
     * @throws IllegalArgumentException if a size is less than 1, or the rate not in [0, 1)
     */
    public TcnBlock {
        LayerRules.requirePositive("TcnBlock", "in", in);
        LayerRules.requirePositive("TcnBlock", "out", out);
        LayerRules.requirePositive("TcnBlock", "width", width);
        LayerRules.requirePositive("TcnBlock", "dilation", dilation);
        Dropout.of(dropout);
    }

    /**
     * A block with ReLU and without dropout.
     *
     * @param in input channels
     * @param out output channels
     * @param width taps of each filter
     * @param dilation places between neighbouring taps
     * @return the layer
     * @throws IllegalArgumentException if a size is less than 1
     */
    public static TcnBlock of(int in, int out, int width, int dilation) {
        return new TcnBlock(in, out, width, dilation, Activation.RELU, 0);
    }

    /**
     * This block with another activation.
     *
     * @param other after each convolution and after the sum
     * @return the new layer
     */
    public TcnBlock withActivation(Activation other) {
        return new TcnBlock(in, out, width, dilation, other, dropout);
    }

    /**
     * This block with dropout.
     *
     * @param rate after each activation inside, in [0, 1)
     * @return the new layer
     * @throws IllegalArgumentException if it is not
     */
    public TcnBlock withDropout(double rate) {
        return new TcnBlock(in, out, width, dilation, activation, rate);
    }

    private Conv1d first() {
        return causal(in);
    }

    private Conv1d second() {
        return causal(out);
    }

    private Conv1d causal(int channels) {
        return Conv1d.of(channels, out, width)
                .withDilation(dilation)
                .causal()
                .withActivation(activation)
                .withInitialiser(Initialiser.heNormal());
    }

    private Conv1d shortcut() {
        return Conv1d.of(in, out, 1);
    }

    @Override
    public Parameters initialise(RandomKey key, Backend backend, DType dtype) {
        LayerRules.requireFloating("TcnBlock", dtype);
        Parameters block = Parameters.empty()
                .with("first", first().initialise(key.foldIn(0), backend, dtype))
                .with("second", second().initialise(key.foldIn(1), backend, dtype));
        return in == out ? block : block.with("shortcut", shortcut().initialise(key.foldIn(2), backend, dtype));
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor x, Mode mode) {
        LayerRules.requireChannels("TcnBlock", x, 3, in);
        Dropout drop = Dropout.of(dropout);
        return Scope.tidy(() -> {
            Tensor inside = first().apply(parameters.at("first"), x, mode);
            inside = drop.apply(Parameters.empty(), inside, mode.at("first"));
            inside = second().apply(parameters.at("second"), inside, mode);
            inside = drop.apply(Parameters.empty(), inside, mode.at("second"));
            Tensor past = in == out ? x : shortcut().apply(parameters.at("shortcut"), x, mode);
            return activation.apply(past.plus(inside));
        });
    }
}
