package io.surprisal.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoakResultTest {
    private static SoakResult moved(long bytes, long arrays, boolean finite) {
        return new SoakResult(new SoakState(400_000_000, 24), new SoakState(400_000_000 + bytes, 24 + arrays), finite);
    }

    @Test
    void allowsTenMegabytesEitherWay() {
        assertThat(moved(10_000_000, 0, true).steady()).isTrue();
        assertThat(moved(-10_000_000, 0, true).steady()).isTrue();
        assertThat(moved(10_000_001, 0, true).steady()).isFalse();
        assertThat(moved(-10_000_001, 0, true).steady()).isFalse();
    }

    @Test
    void allowsNoArrayLeftBehindAndNoSpoiltTraining() {
        assertThat(moved(0, 1, true).steady()).isFalse();
        assertThat(moved(0, 0, false).steady()).isFalse();
    }
}
