package io.surprisal.benchmarks.peers.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import io.surprisal.benchmarks.peers.work.Inputs;
import io.surprisal.benchmarks.peers.work.Work;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** An array that is computed anew each time in PyTorch, without recording for gradients. */
public final class PeerArrays implements Work {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final Supplier<NDArray> computation;

    /** Of what makes, on a manager, the computation of each run, which leaves no array open but its result. */
    PeerArrays(Function<NDManager, Supplier<NDArray>> setUp) {
        JniUtils.setGradMode(false);
        computation = setUp.apply(manager);
    }

    /** {@return one elementwise function; softplus is PyTorch's own kernel} */
    public static PeerArrays elementwise(int count, UnaryOperator<NDArray> function) {
        return new PeerArrays(manager -> {
            NDArray x = manager.create(Inputs.positive(count));
            return () -> function.apply(x);
        });
    }

    /** {@return a matrix product} */
    public static PeerArrays matmul(int rows, int inner, int columns) {
        return new PeerArrays(manager -> {
            NDArray left = manager.create(Inputs.normal(0, rows * inner, 1), new Shape(rows, inner));
            NDArray right = manager.create(Inputs.normal(1, inner * columns, 1), new Shape(inner, columns));
            return () -> left.matMul(right);
        });
    }

    /** {@return standard normal draws of PyTorch's default generator} */
    public static PeerArrays normals(int count) {
        return new PeerArrays(manager -> () -> manager.randomNormal(0, 1, new Shape(count), DataType.FLOAT32));
    }

    @Override
    public void run() {
        // Closed by itself, which is cheaper than a manager for each run.
        computation.get().close();
    }

    @Override
    public double result() {
        try (NDArray y = computation.get()) {
            return y.getDataType() == DataType.FLOAT64
                    ? Inputs.meanSquare(y.toDoubleArray())
                    : Inputs.meanSquare(Inputs.doubles(y.toFloatArray()));
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
