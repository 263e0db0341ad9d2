package io.surprisal.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.Tensor;
import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A gradient call stays on the thread that makes it; calls on different threads do not meet. */
class TracedThreadsTest {
    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));
    private final ExecutorService other = Executors.newSingleThreadExecutor(task -> new Thread(task, "helper"));

    @AfterEach
    void closes() {
        other.shutdownNow();
        backend.close();
    }

    /** Ways to use a tensor that another thread traces. */
    static List<Function<Tensor, Object>> uses() {
        return List.of(
                Tensor::exp,
                x -> x.plus(x),
                x -> x.plus(1),
                x -> x.backend().scalar(2, DType.FLOAT64).times(x),
                Tensor::toHost,
                Tensor::stopGradient,
                x -> x.argmax(0),
                x -> Gradients.gradient(y -> y.times(x).sum()).at(x.backend().of(new double[] {1, 2})),
                x -> Gradients.gradient(
                                y -> Gradients.gradient(z -> z.times(x).times(y).sum())
                                        .at(y)
                                        .sum())
                        .at(x.backend().of(new double[] {1, 2})),
                x -> Gradients.gradient(Tensor::sum).at(x).plus(x));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void aTracedTensorIsRefusedOnAnotherThread(Function<Tensor, Object> use) {
        Tensor x = backend.of(new double[] {0.3, 0.4});
        Gradients.gradient(t -> {
                    assertThatThrownBy(() -> on(other, () -> use.apply(t)))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("is used on thread helper")
                            .hasMessageContaining("A gradient call stays on one thread");
                    return t.sum();
                })
                .at(x);
    }

    @Test
    void callsOnTwoThreadsKeepTheirOwnLevels() throws Exception {
        Tensor x = backend.of(new double[] {0.3, 0.4});
        Tensor gradient = Gradients.gradient(t -> {
                    double[] theirs = doubles(() ->
                            Gradients.gradient(y -> y.square().times(x).sum()).at(x));
                    assertThat(theirs).containsExactly(2 * 0.3 * 0.3, 2 * 0.4 * 0.4);
                    return t.square().sum();
                })
                .at(x);
        assertThat(gradient.toDoubles()).containsExactly(0.6, 0.8);
    }

    private double[] doubles(Callable<Tensor> body) {
        return ((Tensor) on(other, body::call)).toDoubles();
    }

    private static Object on(ExecutorService thread, Callable<Object> body) {
        Future<Object> result = thread.submit(body);
        try {
            return result.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
