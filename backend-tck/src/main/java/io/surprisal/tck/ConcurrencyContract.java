package io.surprisal.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.Backend;
import io.surprisal.tensor.DType;
import io.surprisal.tensor.HostArray;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Any thread may compute and read; results are those of one thread, to the last bit. */
abstract class ConcurrencyContract extends ContractGroup {
    private static final int THREADS = 8;
    private static final int ROUNDS = 3;

    ConcurrencyContract(BackendContract contract) {
        super(contract);
    }

    @Test
    final void mixedOperationsOnManyThreadsGiveTheSerialResults() throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : Catalogue.everything()) {
            samples.add(sample.as(DType.FLOAT32));
            samples.add(sample);
        }
        List<HostArray> serial = samples.stream().map(this::compute).toList();
        onManyThreads(thread -> {
            for (int i = 0; i < ROUNDS * samples.size(); i++) {
                // Each thread starts elsewhere, so that different operations meet.
                int which = (i + thread * samples.size() / THREADS) % samples.size();
                Sample sample = samples.get(which);
                new Trial(sample.name() + " beside " + (THREADS - 1) + " other threads", sample.inputs())
                        .identical(serial.get(which), compute(sample));
            }
        });
    }

    @Test
    final void manyThreadsReadOneTensor() throws Exception {
        HostArray elements = Samples.of(191).ordinary(DType.FLOAT32, Shape.of(65, 129));
        Tensor shared = backend().of(elements);
        HostArray product = shared.matmul(shared, false, true).toHost();
        HostArray total = shared.exp().sum(0).toHost();
        onManyThreads(thread -> {
            for (int i = 0; i < 20; i++) {
                try (Scope scope = Scope.open()) {
                    new Trial("matmul of a shared tensor", List.of(elements))
                            .identical(
                                    product, shared.matmul(shared, false, true).toHost());
                    new Trial("sum of exp of a shared tensor", List.of(elements))
                            .identical(total, shared.exp().sum(0).toHost());
                }
            }
        });
    }

    @Test
    final void aTensorMadeOnOneThreadIsReadOnAnother() throws Exception {
        HostArray elements = Samples.of(192).ordinary(DType.FLOAT32, Shape.of(1001));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < 50; i++) {
                Tensor made = other.submit(
                                () -> Scope.tidy(() -> backend().of(elements).plus(1)))
                        .get();
                new Trial("a tensor made on another thread", List.of(elements))
                        .compare(expected(x -> x.get(0).plus(1), elements), made.toHost(), Bound.exact());
                made.release();
            }
        } finally {
            other.shutdownNow();
        }
    }

    /** A program that ends while its threads still compute gets an exception in them, not the end of the process. */
    @Test
    final void closingWhileThreadsComputeStopsThem() throws Exception {
        HostArray elements = Samples.of(193).whole(DType.FLOAT32, Shape.of(1 << 16));
        double total = Arrays.stream(elements.toDoubles()).sum();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                Backend closing = Backend.over(contract().open());
                Tensor shared = closing.of(elements);
                CountDownLatch begun = new CountDownLatch(2);
                Callable<Integer> work = () -> sumUntilClosed(shared, total, begun);
                List<Future<Integer>> running = List.of(executor.submit(work), executor.submit(work));
                begun.await();
                closing.close();
                for (Future<Integer> thread : running) {
                    assertThat(thread.get()).as("sums before the close").isPositive();
                }
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static int sumUntilClosed(Tensor shared, double total, CountDownLatch begun) {
        int sums = 0;
        try {
            while (true) {
                try (Scope scope = Scope.open()) {
                    assertThat(shared.neg().plus(1).sum().item())
                            .isEqualTo(shared.shape().size() - total);
                }
                if (sums++ == 0) {
                    begun.countDown();
                }
            }
        } catch (IllegalStateException closed) {
            return sums;
        } finally {
            begun.countDown();
        }
    }

    private HostArray compute(Sample sample) {
        try (Scope scope = Scope.open()) {
            return sample.function().apply(sample.on(backend())).toHost();
        }
    }

    private static void onManyThreads(Work work) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> {
                    work.run(thread);
                    return null;
                });
            }
            for (Future<Void> done : executor.invokeAll(tasks)) {
                finish(done);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static void finish(Future<Void> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof AssertionError wrong
                    ? wrong
                    : new AssertionError("a thread failed: " + failure.getCause(), failure.getCause());
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(int thread);
    }
}
