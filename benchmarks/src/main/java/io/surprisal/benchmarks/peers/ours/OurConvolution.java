package io.surprisal.benchmarks.peers.ours;

import io.surprisal.autodiff.Parameters;
import io.surprisal.benchmarks.peers.work.ConvolutionSizes;
import io.surprisal.benchmarks.peers.work.Inputs;
import io.surprisal.nn.Activation;
import io.surprisal.nn.Conv2d;
import io.surprisal.nn.Mode;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The library's own layers. */
public final class OurConvolution extends OurTraining {
    private static final List<Conv2d> LAYERS = List.of(
            layer(1, ConvolutionSizes.CHANNELS).withActivation(Activation.RELU),
            layer(ConvolutionSizes.CHANNELS, ConvolutionSizes.CHANNELS).withActivation(Activation.RELU),
            layer(ConvolutionSizes.CHANNELS, 1));

    private final List<Tensor> noisy = new ArrayList<>();
    private final List<Tensor> clean = new ArrayList<>();

    public OurConvolution() {
        super(ConvolutionSizes.LEARNING_RATE, OurConvolution::initial);
        for (int i = 0; i < ConvolutionSizes.BATCHES; i++) {
            noisy.add(images(Inputs.images(i, ConvolutionSizes.BATCH, ConvolutionSizes.PIXELS)));
            clean.add(images(Inputs.templates(ConvolutionSizes.BATCH, ConvolutionSizes.PIXELS)));
        }
    }

    private Tensor images(float[] pixels) {
        return backend().of(pixels, ConvolutionSizes.BATCH, 1, ConvolutionSizes.SIDE, ConvolutionSizes.SIDE);
    }

    private static Conv2d layer(int in, int out) {
        return Conv2d.of(in, out, ConvolutionSizes.FILTER).withPadding(ConvolutionSizes.PADDING);
    }

    private static Parameters initial(Backend backend) {
        Parameters theta = Parameters.empty();
        for (int i = 0; i < LAYERS.size(); i++) {
            Conv2d layer = LAYERS.get(i);
            float[] filters = ConvolutionSizes.filters(i, layer.in(), layer.out());
            theta = theta.with(
                    "layer" + i,
                    Parameters.of(
                                    "filters",
                                    backend.of(filters, layer.out(), layer.in(), layer.height(), layer.width()))
                            .with("bias", backend.zeros(Shape.of(layer.out()), DType.FLOAT32)));
        }
        return theta;
    }

    @Override
    Tensor loss(Parameters theta, int step) {
        Tensor x = noisy.get(step % noisy.size());
        for (int i = 0; i < LAYERS.size(); i++) {
            x = LAYERS.get(i).apply(theta.at("layer" + i), x, Mode.evaluation());
        }
        Tensor logProbability = x.bernoulliLogProb(clean.get(step % clean.size()), x.rank());
        return logProbability.div(-ConvolutionSizes.BATCH * ConvolutionSizes.PIXELS);
    }
}
