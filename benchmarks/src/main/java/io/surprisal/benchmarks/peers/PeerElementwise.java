package io.surprisal.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.UnaryOperator;

/** One elementwise function in PyTorch, without recording for gradients; softplus is PyTorch's own kernel. */
final class PeerElementwise implements Work {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final NDArray x;
    private final UnaryOperator<NDArray> function;

    PeerElementwise(int count, UnaryOperator<NDArray> function) {
        JniUtils.setGradMode(false);
        this.x = manager.create(Inputs.positive(count));
        this.function = function;
    }

    @Override
    public void run() {
        // Closed by itself, which is cheaper than a manager for each run.
        function.apply(x).close();
    }

    @Override
    public double result() {
        try (NDArray y = function.apply(x)) {
            return Inputs.meanSquare(y.toFloatArray());
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
