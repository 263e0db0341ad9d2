package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.surprisal.tensor.BackendException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
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
    void blocksThatIdleForLongGoBackWhenThePoolGrows() {
        AtomicLong now = new AtomicLong();
        BlockPool aging = new BlockPool(() -> Long.MAX_VALUE, now::get);
        Block idle = aging.take(20 << 20);
        aging.give(idle);
        now.addAndGet(21_000_000_000L);
        aging.take(100 << 20);
        assertThat(aging.pooledBytes())
                .as("idle for less than a round, as far as known")
                .isEqualTo(idle.bytes());
        now.addAndGet(19_000_000_000L);
        aging.take(200 << 20);
        assertThat(aging.pooledBytes()).isEqualTo(idle.bytes());
        now.addAndGet(2_000_000_000L);
        aging.give(aging.take(30 << 20));
        aging.take(300 << 20);
        assertThat(aging.pooledBytes())
                .as("the one used a moment ago")
                .isEqualTo(SizeClass.bytes(SizeClass.of(30 << 20)));
        aging.close();
    }

    @Test
    void smallBlocksLeaveTheMachineItsMemoryToo() {
        long machine = 300L << 20;
        AtomicReference<BlockPool> self = new AtomicReference<>();
        LongSupplier left = () -> {
            BlockPool own = Objects.requireNonNull(self.get());
            return machine - own.liveBytes() - own.pooledBytes();
        };
        BlockPool small = new BlockPool(left, () -> 0);
        self.set(small);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            blocks.add(small.take(4 << 20));
        }
        blocks.forEach(small::give);
        for (int i = 0; i < 50; i++) {
            small.take(5 << 20);
            assertThat(small.liveBytes() + small.pooledBytes()).isLessThanOrEqualTo(machine);
        }
        assertThatThrownBy(() -> {
                    while (small.liveBytes() < 2 * machine) {
                        small.take(5 << 20);
                    }
                })
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("cpu: out of memory: asked for 5242880 bytes, free ");
        assertThat(small.liveBytes()).isLessThanOrEqualTo(machine);
        small.close();
    }

    @Test
    void whatAFailedCallTookGoesBack() {
        Block before = pool.take(100);
        pool.begin();
        pool.take(200);
        pool.give(pool.take(300));
        pool.take(400);
        pool.rollBack();
        assertThat(pool.liveBytes()).isEqualTo(before.bytes());
        pool.begin();
        Block result = pool.take(200);
        pool.commit();
        pool.begin();
        pool.rollBack();
        assertThat(pool.liveBytes()).isEqualTo(before.bytes() + result.bytes());
        assertThat(pool.allocations()).isEqualTo(4);
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
