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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Elementwise operations through {@link Tensor}, opening and closing a scope included; and the scope alone. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class TensorOperations {
    /** How many elements. */
    @Param({"1000", "100352"})
    public int count;

    private Backend backend = Backends.open("cpu");
    private Tensor x = backend.scalar(0);
    private Tensor y = backend.scalar(0);

    /** Makes the operands. */
    @Setup
    public void setUp() {
        x = backend.full(Shape.of(count), DType.FLOAT32, 0.5);
        y = backend.full(Shape.of(count), DType.FLOAT32, 1.5);
    }

    /** Frees them. */
    @TearDown
    public void tearDown() {
        backend.close();
    }

    /** {@return eˣ} */
    @Benchmark
    public Tensor exp() {
        try (Scope scope = Scope.open()) {
            return x.exp();
        }
    }

    /** {@return x + y} */
    @Benchmark
    public Tensor plus() {
        try (Scope scope = Scope.open()) {
            return x.plus(y);
        }
    }

    /** {@return the scope that was opened and closed} */
    @Benchmark
    public Scope scope() {
        try (Scope scope = Scope.open()) {
            return scope;
        }
    }
}
