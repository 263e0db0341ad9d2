package io.surprisal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.tensor.reference.ReferenceProvider;
import io.surprisal.tensor.spi.BackendOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final int ATTEMPTS = 500;

    private final Backend backend = Backend.over(new ReferenceProvider().open(BackendOptions.defaults()));

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void freesWhatBecameUnreachableOutsideScopes() throws InterruptedException {
        leak();
        collectUntil(0);

        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void leavesReachableTensorsAlone() throws InterruptedException {
        Tensor reachable = backend.scalar(1);
        leak();
        collectUntil(1);

        assertThat(backend.liveArrays()).isOne();
        assertThat(reachable.item()).isEqualTo(1);
    }

    @Test
    void freesOnceWhatWasReleasedByHand() throws InterruptedException {
        backend.scalar(1).release();
        Tensor kept = backend.scalar(2);
        leak();
        collectUntil(1);

        // A second release of one array would be an IllegalStateException of the backend, and a count of 0.
        assertThat(backend.liveArrays()).isOne();
        kept.release();
        assertThat(backend.liveArrays()).isZero();
    }

    @Test
    void aTensorTakenIntoAScopeIsFreedByTheScopeAlone() {
        Tensor x = backend.scalar(1);
        try (Scope scope = Scope.open()) {
            scope.add(x);
        }
        assertThat(x.isReleased()).isTrue();
        assertThat(backend.liveArrays()).isZero();
    }

    private void leak() {
        for (int i = 0; i < 10; i++) {
            assertThat(backend.scalar(i).item()).isEqualTo(i);
        }
    }

    private void collectUntil(long live) throws InterruptedException {
        for (int i = 0; i < ATTEMPTS && backend.liveArrays() > live; i++) {
            System.gc();
            Thread.sleep(10);
        }
    }
}
