package io.surprisal.nn;

import io.surprisal.autodiff.Parameters;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;

/** One number for each channel of images [batch, channels, rows, columns]. */
final class ChannelBias {
    private ChannelBias() {}

    static Tensor add(String layer, Parameters parameters, boolean biased, int channels, Tensor images) {
        if (!biased) {
            return images;
        }
        Tensor bias = LayerRules.parameter(layer, parameters, "bias", Shape.of(channels));
        return images.plus(bias.reshape(channels, 1, 1));
    }
}
