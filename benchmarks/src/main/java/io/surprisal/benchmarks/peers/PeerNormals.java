package io.surprisal.benchmarks.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;

/** Standard normal draws of PyTorch's default generator. */
final class PeerNormals implements Work {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final Shape shape;

    PeerNormals(int count) {
        JniUtils.setGradMode(false);
        shape = new Shape(count);
    }

    @Override
    public void run() {
        draw().close();
    }

    private NDArray draw() {
        return manager.randomNormal(0, 1, shape, DataType.FLOAT32);
    }

    @Override
    public double result() {
        try (NDArray drawn = draw()) {
            return Inputs.meanSquare(drawn.toFloatArray());
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
