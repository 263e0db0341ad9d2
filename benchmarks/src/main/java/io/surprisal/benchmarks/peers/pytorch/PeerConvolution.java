package io.surprisal.benchmarks.peers.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import io.surprisal.benchmarks.peers.work.ConvolutionSizes;
import io.surprisal.benchmarks.peers.work.Inputs;
import java.util.ArrayList;
import java.util.List;

/** PyTorch's own convolution with its bias, ReLU, softplus, and the inner product for Σ x·l. */
public final class PeerConvolution extends PeerTraining {
    private static final Shape STRIDE = new Shape(1, 1);
    private static final Shape PADDING = new Shape(ConvolutionSizes.PADDING, ConvolutionSizes.PADDING);

    private final List<NDArray> noisy = new ArrayList<>();
    private final List<NDArray> clean = new ArrayList<>();

    public PeerConvolution() {
        super(ConvolutionSizes.LEARNING_RATE, true);
        for (int i = 0; i < ConvolutionSizes.BATCHES; i++) {
            noisy.add(images(Inputs.images(i, ConvolutionSizes.BATCH, ConvolutionSizes.PIXELS)));
            clean.add(images(Inputs.templates(ConvolutionSizes.BATCH, ConvolutionSizes.PIXELS)));
        }
        addLayer(0, 1, ConvolutionSizes.CHANNELS);
        addLayer(1, ConvolutionSizes.CHANNELS, ConvolutionSizes.CHANNELS);
        addLayer(2, ConvolutionSizes.CHANNELS, 1);
    }

    private NDArray images(float[] pixels) {
        return constant(pixels, ConvolutionSizes.BATCH, 1, ConvolutionSizes.SIDE, ConvolutionSizes.SIDE);
    }

    private void addLayer(int layer, int in, int out) {
        float[] filters = ConvolutionSizes.filters(layer, in, out);
        addParameter(constant(filters, out, in, ConvolutionSizes.FILTER, ConvolutionSizes.FILTER));
        addParameter(zeros(out));
    }

    @Override
    NDList constants(int step) {
        return new NDList(noisy.get(step % noisy.size()), clean.get(step % clean.size()));
    }

    @Override
    NDArray loss(NDList theta, NDList constants, NDManager step) {
        NDArray first = Activation.relu(layer(theta, 0, constants.get(0)));
        NDArray second = Activation.relu(layer(theta, 1, first));
        NDArray logits = layer(theta, 2, second);
        NDArray likelihood = logits.flatten()
                .dot(constants.get(1).flatten())
                .sub(Activation.softPlus(logits).sum());
        return likelihood.div(-ConvolutionSizes.BATCH * ConvolutionSizes.PIXELS);
    }

    private static NDArray layer(NDList theta, int index, NDArray x) {
        return Conv2d.conv2d(x, theta.get(2 * index), theta.get(2 * index + 1), STRIDE, PADDING)
                .singletonOrThrow();
    }
}
