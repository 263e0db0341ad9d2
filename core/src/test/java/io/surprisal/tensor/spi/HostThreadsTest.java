package io.surprisal.tensor.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostThreadsTest {
    @AfterEach
    void asManyAsProcessors() {
        HostThreads.limit(Runtime.getRuntime().availableProcessors());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyElementIsComputedOnce(int threads) {
        HostThreads.limit(threads);
        for (int size : new int[] {0, 1, 9, 10, 29, 1_000}) {
            var times = new AtomicIntegerArray(size);
            HostThreads.compute(size, 10, (from, to) -> {
                for (int i = from; i < to; i++) {
                    times.incrementAndGet(i);
                }
            });
            for (int i = 0; i < size; i++) {
                assertThat(times.get(i)).isEqualTo(1);
            }
        }
    }

    @Test
    void oneThreadWorksAlone() {
        HostThreads.limit(1);
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        HostThreads.compute(1_000, 1, (from, to) -> workers.add(Thread.currentThread()));
        assertThat(workers).containsExactly(Thread.currentThread());
    }

    @Test
    void whatTheFirstRangeThrowsReachesTheCallerWhenAllAreDone() {
        HostThreads.limit(4);
        var done = new AtomicIntegerArray(100);
        assertThatThrownBy(() -> HostThreads.compute(100, 10, (from, to) -> {
                    for (int i = from; i < to; i++) {
                        done.incrementAndGet(i);
                    }
                    if (from > 0) {
                        throw new IllegalArgumentException("from " + from);
                    }
                }))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage("from 10");
        for (int i = 0; i < 100; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
        assertThatThrownBy(() -> HostThreads.limit(0))
                .hasMessage("HostThreads: at least 1 thread must work, but 0 were asked for.");
    }
}
