package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.BackendException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockPoolTest {
    private final BlockPool pool = new BlockPool();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void everySizeFitsItsClassWithAtMostAFifthWasted() {
        for (long bytes = 1; bytes < 1L << 36; bytes += bytes / 7 + 1) {
            int sizeClass = SizeClass.of(bytes);
            long room = SizeClass.bytes(sizeClass);
            assertThat(room).isGreaterThanOrEqualTo(bytes);
            assertThat(SizeClass.of(room)).isEqualTo(sizeClass);
            if (bytes > 64) {
                assertThat((room - bytes) / (double) room).isLessThanOrEqualTo(0.2);
                assertThat(SizeClass.bytes(sizeClass - 1)).isLessThan(bytes);
            }
        }
    }

    @Test
    void aFreedBlockServesTheNextOfItsSize() {
        Block first = pool.take(1000);
        long address = first.memory().address();
        pool.give(first);
        Block second = pool.take(900);
        assertThat(second.memory().address()).isEqualTo(address);
        assertThat(pool.allocations()).isEqualTo(1);
    }

    @Test
    void memoryIsAlignedToCacheLines() {
        for (int bytes = 1; bytes < 100_000; bytes = 3 * bytes + 1) {
            assertThat(pool.take(bytes).memory().address() % 64).isZero();
        }
    }

    @Test
    void aSharedBlockStaysUntilItsLastShareIsGivenBack() {
        Block block = pool.take(100).share();
        pool.give(block);
        assertThat(pool.liveBytes()).isEqualTo(block.bytes());
        pool.give(block);
        assertThat(pool.liveBytes()).isZero();
        assertThat(pool.pooledBytes()).isEqualTo(block.bytes());
    }

    @Test
    void trimmingFreesWhatNobodyUses() {
        Block used = pool.take(100);
        pool.give(pool.take(5000));
        pool.trim();
        assertThat(pool.pooledBytes()).isZero();
        assertThat(pool.liveBytes()).isEqualTo(used.bytes());
    }

    @Test
    void foreignMemoryGoesBackToItsOwner() {
        List<String> returned = new ArrayList<>();
        Block memory = pool.take(64);
        Block first = pool.takeOver(memory.memory().address(), 64, () -> returned.add("first"));
        pool.takeOver(memory.memory().address(), 64, () -> returned.add("second"));
        pool.give(first);
        assertThat(returned).containsExactly("first");
        assertThat(pool.pooledBytes()).isZero();
        pool.close();
        assertThat(returned).containsExactly("first", "second");
    }

    @Test
    void refusesMoreMemoryThanTheMachineHas() {
        assertThatThrownBy(() -> pool.take(1L << 36))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("out of memory: asked for 68719476736 bytes, free ");
    }
}
