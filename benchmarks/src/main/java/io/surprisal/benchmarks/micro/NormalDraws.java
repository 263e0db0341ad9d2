package io.surprisal.benchmarks.micro;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Standard normal FLOAT32 draws from Philox, the time of one draw. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class NormalDraws {
    private static final int COUNT = 1_000_000;

    private final Backend backend = Backends.open("cpu");
    private final RandomKey key = RandomKey.of(1);
    private final Shape shape = Shape.of(COUNT);
    private long runs;

    /** Closes the backend. */
    @TearDown
    public void tearDown() {
        backend.close();
    }

    /** {@return a million draws under a new key} */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public Tensor normal() {
        try (Scope scope = Scope.open()) {
            return Draws.normal(key.foldIn(runs++), backend, shape);
        }
    }
}
