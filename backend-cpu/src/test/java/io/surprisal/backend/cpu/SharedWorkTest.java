package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.random.Draws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.Backends;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.spi.HostThreads;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What several threads compute is what one computes, to the bit: ranges start inside rows that are read again and again. */
class SharedWorkTest {
    private static final RandomKey KEY = RandomKey.of(11);
    private static final Shape OUT = Shape.of(301, 7, 130);

    @AfterEach
    void asManyAsProcessors() {
        HostThreads.limit(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void functionsOfBroadcastDoubles() {
        try (Backend cpu = Backends.open("cpu")) {
            Tensor whole = Draws.normal(KEY.foldIn(0), cpu, OUT, DType.FLOAT64);
            for (Shape shape : new Shape[] {
                OUT, Shape.scalar(), Shape.of(130), Shape.of(7, 1), Shape.of(301, 1, 130), Shape.of(301, 1, 1)
            }) {
                Tensor part = Draws.normal(KEY.foldIn(1), cpu, shape, DType.FLOAT64);
                sameBits(() -> whole.minus(part));
                sameBits(() -> part.div(whole));
                sameBits(() -> part.less(whole).cast(DType.FLOAT64));
            }
            sameBits(whole::exp);
        }
    }

    @Test
    void draws() {
        try (Backend cpu = Backends.open("cpu")) {
            Tensor concentration =
                    cpu.of(new double[] {0.3, 2, 40, 1, 7, 0.01, 3}).reshape(7, 1);
            Tensor probability = Draws.uniform(KEY, cpu, OUT, DType.FLOAT64);
            for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
                sameBits(() -> Draws.normal(KEY, cpu, OUT, dtype));
                sameBits(() -> Draws.bernoulli(KEY, probability.cast(dtype)));
                sameBits(() -> Draws.gamma(KEY, concentration.cast(dtype), OUT));
                sameBits(() -> Draws.logGamma(KEY, concentration.cast(dtype), OUT));
                sameBits(() -> Draws.poisson(KEY, concentration.cast(dtype), OUT));
            }
            sameBits(() -> Draws.categorical(KEY, cpu.of(new double[] {0.1, 2, -1}), OUT));
            sameBits(() -> Draws.integers(KEY, cpu, OUT, -5, 1L << 40));
        }
    }

    private static void sameBits(Supplier<Tensor> computation) {
        HostThreads.limit(1);
        double[] alone = computation.get().toDoubles();
        for (int threads : new int[] {2, 3, 8}) {
            HostThreads.limit(threads);
            assertThat(computation.get().toDoubles()).isEqualTo(alone);
        }
    }
}
