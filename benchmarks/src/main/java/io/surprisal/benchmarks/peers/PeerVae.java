package io.surprisal.benchmarks.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;

/**
 * The same model in PyTorch, written for speed with what DJL reaches: {@code linear} (bias inside the product), PyTorch's own softplus,
 * the inner product for Σ x·l (no temporary), and DJL's Adam, which is one native call for each parameter. Parameters become fresh
 * leaves each step, PyTorch's {@code zero_grad(set_to_none=True)}: neither a pass to clear gradients nor one to accumulate them. Out
 * of DJL's reach are {@code binary_cross_entropy_with_logits}, PyTorch's fused Adam, and {@code torch.compile}.
 */
final class PeerVae implements Work {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final Engine engine = Engine.getEngine("PyTorch");
    private final List<NDArray> batches = new ArrayList<>();
    private final List<NDArray> parameters = new ArrayList<>();
    private final Adam adam = Adam.builder()
            .optLearningRateTracker(Tracker.fixed(VaeSizes.LEARNING_RATE))
            .build();
    private final LossHistory losses = new LossHistory();
    private final boolean update;
    private int steps;

    private PeerVae(boolean update) {
        this.update = update;
        engine.setRandomSeed(1);
        for (int i = 0; i < VaeSizes.BATCHES; i++) {
            float[] images = Inputs.images(i, VaeSizes.BATCH, VaeSizes.PIXELS);
            batches.add(manager.create(images, new Shape(VaeSizes.BATCH, VaeSizes.PIXELS)));
        }
        addLayer(VaeSizes.PIXELS, VaeSizes.HIDDEN);
        addLayer(VaeSizes.HIDDEN, 2 * VaeSizes.LATENT);
        addLayer(VaeSizes.LATENT, VaeSizes.HIDDEN);
        addLayer(VaeSizes.HIDDEN, VaeSizes.PIXELS);
    }

    /** {@return gradient and update} */
    static PeerVae step() {
        return new PeerVae(true);
    }

    /** {@return the gradient alone} */
    static PeerVae forwardBackward() {
        return new PeerVae(false);
    }

    private void addLayer(int in, int out) {
        double deviation = Math.sqrt(2.0 / (in + out));
        parameters.add(manager.create(Inputs.normal(parameters.size(), in * out, deviation), new Shape(out, in)));
        parameters.add(manager.zeros(new Shape(out)));
    }

    @Override
    public void run() {
        NDArray x = batches.get(steps++ % batches.size());
        try (NDManager step = manager.newSubManager()) {
            NDList leaves = new NDList(parameters.size());
            for (NDArray parameter : parameters) {
                NDArray leaf = parameter.stopGradient();
                leaf.attach(step);
                leaf.setRequiresGradient(true);
                leaves.add(leaf);
            }
            NDArray loss;
            try (GradientCollector collector = engine.newGradientCollector()) {
                x.tempAttach(step);
                loss = negativeElbo(leaves, x, step);
                collector.backward(loss);
            }
            x.attach(manager);
            if (update) {
                for (int i = 0; i < leaves.size(); i++) {
                    adam.update(
                            Integer.toString(i), leaves.get(i), leaves.get(i).getGradient());
                }
            }
            losses.add(loss.getFloat());
        }
    }

    private static NDArray negativeElbo(NDList theta, NDArray x, NDManager step) {
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

    @Override
    public double result() {
        return losses.median();
    }

    @Override
    public void close() {
        manager.close();
    }
}
