package io.surprisal.benchmarks.peers.pytorch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import io.surprisal.benchmarks.peers.work.LossHistory;
import io.surprisal.benchmarks.peers.work.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of training in PyTorch, written for speed with what DJL reaches, DJL's Adam among it, which is one native call for each
 * parameter. Parameters become fresh leaves each step, PyTorch's {@code zero_grad(set_to_none=True)}: neither a pass to clear gradients
 * nor one to accumulate them. Out of DJL's reach are PyTorch's fused Adam and {@code torch.compile}.
 */
public abstract class PeerTraining implements Work {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final Engine engine = Engine.getEngine("PyTorch");
    private final List<NDArray> parameters = new ArrayList<>();
    private final LossHistory losses = new LossHistory();
    private final Adam adam;
    private final boolean update;
    private int steps;

    public PeerTraining(float learningRate, boolean update) {
        adam = Adam.builder()
                .optLearningRateTracker(Tracker.fixed(learningRate))
                .build();
        this.update = update;
        engine.setRandomSeed(1);
    }

    /** {@return an array that lives as long as the work} */
    final NDArray constant(float[] elements, long... dims) {
        return manager.create(elements, new Shape(dims));
    }

    final NDArray zeros(long... dims) {
        return manager.zeros(new Shape(dims));
    }

    final void addParameter(NDArray initial) {
        parameters.add(initial);
    }

    final int parameterCount() {
        return parameters.size();
    }

    /** {@return the constants of step {@code step}, counted from 0} */
    abstract NDList constants(int step);

    /** {@return the loss, in which the arrays that are made belong to the manager of this step} */
    abstract NDArray loss(NDList theta, NDList constants, NDManager step);

    @Override
    public final void run() {
        NDList constants = constants(steps++);
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
                constants.tempAttach(step);
                loss = loss(leaves, constants, step);
                collector.backward(loss);
            }
            constants.attach(manager);
            if (update) {
                for (int i = 0; i < leaves.size(); i++) {
                    adam.update(
                            Integer.toString(i), leaves.get(i), leaves.get(i).getGradient());
                }
            }
            losses.add(loss.getFloat());
        }
    }

    @Override
    public final double result() {
        return losses.median();
    }

    @Override
    public final void close() {
        manager.close();
    }
}
