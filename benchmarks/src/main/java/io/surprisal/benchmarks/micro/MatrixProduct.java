package io.surprisal.benchmarks.micro;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The largest product of the autoencoder's step: 128 × 784 × 400. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class MatrixProduct {
    private final Backend backend = Backends.open("cpu");
    private final Tensor left = backend.full(Shape.of(128, 784), DType.FLOAT32, 0.5);
    private final Tensor right = backend.full(Shape.of(784, 400), DType.FLOAT32, 0.5);

    /** Frees the operands. */
    @TearDown
    public void tearDown() {
        backend.close();
    }

    /** {@return the product} */
    @Benchmark
    public Tensor matmul() {
        try (Scope scope = Scope.open()) {
            return left.matmul(right);
        }
    }
}
