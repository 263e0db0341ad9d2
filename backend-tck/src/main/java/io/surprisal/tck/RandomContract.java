package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.random.DrawKind;
import io.surprisal.random.Draws;
import io.surprisal.random.HostDraws;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random draws have the bits that core defines, for any number of threads. */
abstract class RandomContract extends ContractGroup {
    private static final List<Shape> SHAPES = List.of(
            Shape.scalar(), Shape.of(1), Shape.of(3), Shape.of(4), Shape.of(5), Shape.of(7, 9), Shape.of(20_011));

    RandomContract(BackendContract contract) {
        super(contract);
    }

    /** Philox4x32-10 with counter 0 and key 0, from the known answers of Random123. */
    @Test
    final void theFirstUniformNumbersAreTheKnownOnes() {
        long[] words = {0x6627e8d5L, 0xe169c58dL, 0xbc57ac4cL, 0x9b00dbd8L};
        RandomKey key = RandomKey.of(0);
        float[] floats = Draws.uniform(key, backend(), Shape.of(4)).toFloats();
        for (int i = 0; i < 4; i++) {
            assertThat(floats[i]).as("FLOAT32 uniform %d", i).isEqualTo((float) (((words[i] >>> 9) + 0.5) * 0x1p-23));
        }
        double[] doubles =
                Draws.uniform(key, backend(), Shape.of(2), DType.FLOAT64).toDoubles();
        for (int i = 0; i < 2; i++) {
            long word = words[2 * i + 1] << 32 | words[2 * i];
            assertThat(doubles[i]).as("FLOAT64 uniform %d", i).isEqualTo(((word >>> 12) + 0.5) * 0x1p-52);
        }
    }

    @ParameterizedTest
    @EnumSource(DrawKind.class)
    final void drawsHaveTheBitsOfTheHost(DrawKind kind) {
        for (DType dtype : Domains.FLOATING) {
            for (Shape shape : SHAPES) {
                for (long seed : new long[] {0, 1, -1, 0x0123456789ABCDEFL}) {
                    RandomKey key = RandomKey.of(seed);
                    new Trial(kind + " " + dtype + " " + shape + " of " + key, List.of())
                            .identical(onHost(kind, key, shape, dtype), drawn(kind, key, backend(), shape, dtype));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DrawKind.class)
    final void aDrawIsTheSameForAnyNumberOfThreads(DrawKind kind) {
        RandomKey key = RandomKey.of(2);
        Shape shape = Shape.of(100_003);
        for (int threads : new int[] {1, 2, 8}) {
            try (Scope scope = Scope.open();
                    Backend other = Backend.over(contract().open(threads))) {
                for (DType dtype : Domains.FLOATING) {
                    new Trial(kind + " " + dtype + " " + shape + " on " + threads + " threads", List.of())
                            .identical(onHost(kind, key, shape, dtype), drawn(kind, key, other, shape, dtype));
                }
            }
        }
    }

    @Test
    final void bernoulliComparesTheUniformNumbers() {
        RandomKey key = RandomKey.of(3);
        for (DType dtype : Domains.FLOATING) {
            for (Shape shape : SHAPES) {
                double[] probability =
                        Samples.of(171).uniform(dtype, shape, -0.2, 1.2).toDoubles();
                double[] uniform = onHost(DrawKind.UNIFORM, key, shape, dtype).toDoubles();
                double[] outcome = new double[probability.length];
                for (int i = 0; i < outcome.length; i++) {
                    probability[i] = Math.max(0, Math.min(1, probability[i]));
                    outcome[i] = uniform[i] < probability[i] ? 1 : 0;
                }
                HostArray given = Elements.of(dtype, shape, probability);
                new Trial("bernoulli", List.of(given))
                        .identical(
                                Elements.of(dtype, shape, outcome),
                                Draws.bernoulli(key, backend().of(given)).toHost());
            }
        }
    }

    @Test
    final void drawsMadeOnTheHostArriveUnchanged() {
        RandomKey key = RandomKey.of(4);
        for (DType dtype : Domains.FLOATING) {
            HostArray rate = Samples.of(172).uniform(dtype, Shape.of(65), 0.1, 30);
            same("gamma", rate, Draws.gamma(key, backend().of(rate)), Draws.gamma(key, oracle().of(rate)));
            same("poisson", rate, Draws.poisson(key, backend().of(rate)), Draws.poisson(key, oracle().of(rate)));
            HostArray logits = Samples.of(173).ordinary(dtype, Shape.of(65, 4));
            Tensor ours = Draws.categorical(key, backend().of(logits));
            same("categorical", logits, ours, Draws.categorical(key, oracle().of(logits)));
        }
    }

    private static void same(String operation, HostArray parameter, Tensor actual, Tensor expected) {
        new Trial(operation, List.of(parameter)).identical(expected.toHost(), actual.toHost());
    }

    private static HostArray drawn(DrawKind kind, RandomKey key, Backend backend, Shape shape, DType dtype) {
        Tensor draw = switch (kind) {
            case UNIFORM -> Draws.uniform(key, backend, shape, dtype);
            case NORMAL -> Draws.normal(key, backend, shape, dtype);
            case EXPONENTIAL -> Draws.exponential(key, backend, shape, dtype);
        };
        HostArray elements = draw.toHost();
        draw.release();
        return elements;
    }

    private static HostArray onHost(DrawKind kind, RandomKey key, Shape shape, DType dtype) {
        int n = shape.size();
        if (dtype == DType.FLOAT32) {
            float[] elements = new float[n];
            HostDraws.create().fill(kind, key, 0, elements, 0, n);
            return HostArray.wrap(elements, shape);
        }
        double[] elements = new double[n];
        HostDraws.create().fill(kind, key, 0, elements, 0, n);
        return HostArray.wrap(elements, shape);
    }
}
