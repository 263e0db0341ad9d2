package io.surprisal.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrimitiveCacheTest {
    private final List<String> closed = new ArrayList<>();
    private final PrimitiveCache<Named> cache = new PrimitiveCache<>(3);

    private Named find(String key) {
        return cache.find(key, () -> Optional.of(new Named(key))).orElseThrow();
    }

    @Test
    void whatACallHoldsOutlivesTheOnesItAsksForNext() {
        List.of("a", "b", "c").forEach(this::find);
        find("d");
        find("e");
        find("f");
        assertThat(closed).containsExactly("a", "b", "c");
    }

    @Test
    void whatIsAskedForAgainStays() {
        Named first = find("a");
        find("b");
        find("c");
        assertThat(find("a")).isSameAs(first);
        find("d");
        assertThat(closed).containsExactly("b");
    }

    @Test
    void refusalsAreRememberedAndHaveNothingToClose() {
        cache.find("refused", Optional::empty);
        assertThat(cache.find("refused", () -> Optional.of(new Named("never made"))))
                .isEmpty();
        List.of("a", "b", "c").forEach(this::find);
        assertThat(closed).isEmpty();
    }

    @Test
    void clearingClosesEverything() {
        List.of("a", "b").forEach(this::find);
        cache.clear();
        assertThat(closed).containsExactlyInAnyOrder("a", "b");
        find("a");
        assertThat(closed).hasSize(2);
    }

    private final class Named implements Cached {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }
}
