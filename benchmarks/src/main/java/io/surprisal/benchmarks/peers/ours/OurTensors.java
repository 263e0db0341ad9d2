package io.surprisal.benchmarks.peers.ours;

import io.surprisal.benchmarks.peers.work.Inputs;
import io.surprisal.benchmarks.peers.work.Work;
import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** A tensor that is computed anew each time, opening and closing a scope included. */
public final class OurTensors implements Work {
    private final Backend backend = Backends.open("cpu");
    private final LongFunction<Tensor> computation;
    private long runs;

    /** Of what makes, on a backend, the computation of each run, which gets the number of runs before it. */
    OurTensors(Function<Backend, LongFunction<Tensor>> setUp) {
        computation = setUp.apply(backend);
    }

    /** {@return one elementwise function} */
    public static OurTensors elementwise(int count, UnaryOperator<Tensor> function) {
        return new OurTensors(backend -> {
            Tensor x = backend.of(Inputs.positive(count));
            return run -> function.apply(x);
        });
    }

    /** {@return a matrix product} */
    public static OurTensors matmul(int rows, int inner, int columns) {
        return new OurTensors(backend -> {
            Tensor left = backend.of(Inputs.normal(0, rows * inner, 1), rows, inner);
            Tensor right = backend.of(Inputs.normal(1, inner * columns, 1), inner, columns);
            return run -> left.matmul(right);
        });
    }

    /** {@return standard normal draws, under a new key each time} */
    public static OurTensors normals(int count) {
        RandomKey key = RandomKey.of(1);
        return new OurTensors(backend -> run -> Draws.normal(key.foldIn(run), backend, Shape.of(count)));
    }

    @Override
    @SuppressWarnings("ReturnValueIgnored") // Computing it is the work; the scope frees it.
    public void run() {
        try (Scope scope = Scope.open()) {
            computation.apply(runs++);
        }
    }

    @Override
    public double result() {
        try (Scope scope = Scope.open()) {
            return Inputs.meanSquare(computation.apply(runs++).toDoubles());
        }
    }

    @Override
    public void close() {
        backend.close();
    }
}
