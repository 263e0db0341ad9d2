package io.surprisal.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;

/** A matrix product in PyTorch, without recording for gradients. */
final class PeerMatmul implements Work {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final NDArray left;
    private final NDArray right;

    PeerMatmul(int rows, int inner, int columns) {
        JniUtils.setGradMode(false);
        left = manager.create(Inputs.normal(0, rows * inner, 1), new Shape(rows, inner));
        right = manager.create(Inputs.normal(1, inner * columns, 1), new Shape(inner, columns));
    }

    @Override
    public void run() {
        left.matMul(right).close();
    }

    @Override
    public double result() {
        try (NDArray product = left.matMul(right)) {
            return Inputs.meanSquare(product.toFloatArray());
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
