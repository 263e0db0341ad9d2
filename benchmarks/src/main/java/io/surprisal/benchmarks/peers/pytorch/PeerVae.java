package io.surprisal.benchmarks.peers.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import io.surprisal.benchmarks.peers.work.Inputs;
import io.surprisal.benchmarks.peers.work.VaeSizes;
import java.util.ArrayList;
import java.util.List;

/**
 * The same model in PyTorch, written for speed with what DJL reaches: {@code linear} (bias inside the product), PyTorch's own softplus, and
 * the inner product for Σ x·l (no temporary). Out of DJL's reach is {@code binary_cross_entropy_with_logits}.
 */
public final class PeerVae extends PeerTraining {
    private final List<NDArray> batches = new ArrayList<>();

    private PeerVae(boolean update) {
        super(VaeSizes.LEARNING_RATE, update);
        for (int i = 0; i < VaeSizes.BATCHES; i++) {
            float[] images = Inputs.images(i, VaeSizes.BATCH, VaeSizes.PIXELS);
            batches.add(constant(images, VaeSizes.BATCH, VaeSizes.PIXELS));
        }
        addLayer(VaeSizes.PIXELS, VaeSizes.HIDDEN);
        addLayer(VaeSizes.HIDDEN, 2 * VaeSizes.LATENT);
        addLayer(VaeSizes.LATENT, VaeSizes.HIDDEN);
        addLayer(VaeSizes.HIDDEN, VaeSizes.PIXELS);
    }

    /** {@return gradient and update} */
    public static PeerVae step() {
        return new PeerVae(true);
    }

    /** {@return the gradient alone} */
    public static PeerVae forwardBackward() {
        return new PeerVae(false);
    }

    private void addLayer(int in, int out) {
        double deviation = Math.sqrt(2.0 / (in + out));
        addParameter(constant(Inputs.normal(parameterCount(), in * out, deviation), out, in));
        addParameter(zeros(out));
    }

    @Override
    NDList constants(int step) {
        return new NDList(batches.get(step % batches.size()));
    }

    @Override
    NDArray loss(NDList theta, NDList constants, NDManager step) {
        NDArray x = constants.get(0);
        NDArray encoded = dense(theta, 2, Activation.relu(dense(theta, 0, x)));
        NDList halves = encoded.split(2, 1);
        NDArray mean = halves.get(0);
        NDArray logVariance = halves.get(1);
        NDArray noise = step.randomNormal(0, 1, mean.getShape(), DataType.FLOAT32);
        NDArray z = logVariance.mul(0.5f).exp().mul(noise).add(mean);
        NDArray logits = dense(theta, 6, Activation.relu(dense(theta, 4, z)));
        NDArray likelihood = logits.flatten()
                .dot(x.flatten())
                .sub(Activation.softPlus(logits).sum());
        NDArray divergence = logVariance
                .exp()
                .add(mean.square())
                .sub(logVariance)
                .sub(1)
                .sum()
                .mul(0.5f);
        return divergence.sub(likelihood).div(VaeSizes.BATCH);
    }

    private static NDArray dense(NDList theta, int index, NDArray x) {
        return Linear.linear(x, theta.get(index), theta.get(index + 1)).singletonOrThrow();
    }
}
