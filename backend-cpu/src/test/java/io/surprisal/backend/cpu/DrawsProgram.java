package io.surprisal.backend.cpu;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.Arrays;

/** Prints on how many threads it computes, and the bits of large draws, and of functions computed on the host, in one number each. */
final class DrawsProgram {
    private static final Shape SHAPE = Shape.of(100_003);

    private DrawsProgram() {}

    @SuppressWarnings("SystemOut") // A program.
    public static void main(String[] args) {
        try (Backend backend = Backend.over(new CpuProvider().open(BackendOptions.defaults()));
                Scope scope = Scope.open()) {
            RandomKey key = RandomKey.of(5);
            System.out.println("threads " + backend.info().details().get("threads"));
            for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
                print("uniform", Draws.uniform(key, backend, SHAPE, dtype));
                print("normal", Draws.normal(key, backend, SHAPE, dtype));
                print("exponential", Draws.exponential(key, backend, SHAPE, dtype));
                print("bernoulli", Draws.bernoulli(key, backend.full(SHAPE, dtype, 0.3)));
                print("gamma", Draws.gamma(key, backend.full(SHAPE, dtype, 0.7)));
                print("log gamma", Draws.logGamma(key, backend.full(SHAPE, dtype, 2.5)));
                print("poisson", Draws.poisson(key, backend.full(SHAPE, dtype, 12)));
                Tensor trials = backend.full(SHAPE, dtype, 100);
                print("binomial", Draws.binomial(key, trials, backend.scalar(0.3, dtype), SHAPE));
                Tensor logits = backend.arange(7).cast(dtype);
                print("categorical", Draws.categorical(key, logits, SHAPE));
                Tensor probabilities = Draws.uniform(key, backend, SHAPE, dtype);
                print("quantile", probabilities.gammaLowerInverse(backend.scalar(2.5, dtype)));
            }
        }
    }

    @SuppressWarnings("SystemOut") // A program.
    private static void print(String draw, Tensor values) {
        System.out.println(draw + " " + values.dtype() + " " + Arrays.hashCode(values.toDoubles()));
    }
}
