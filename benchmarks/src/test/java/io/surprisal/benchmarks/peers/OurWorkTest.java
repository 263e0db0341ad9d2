package io.surprisal.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our side of what is compared; the peer's needs natives that the plain build does not fetch. */
class OurWorkTest {
    @ParameterizedTest
    @EnumSource(Job.class)
    void everyPieceOfWorkHasAFiniteResult(Job job) {
        try (Work work = job.ours()) {
            work.run();
            assertThat(work.result()).isFinite().isPositive();
        }
    }

    @Test
    void trainingLowersTheLossOnlyWithTheUpdate() {
        double first;
        try (Work work = OurVae.forwardBackward()) {
            for (int i = 0; i < 10; i++) {
                work.run();
            }
            first = work.result();
        }
        try (Work work = OurVae.step()) {
            for (int i = 0; i < 100; i++) {
                work.run();
            }
            assertThat(work.result()).isLessThan(0.8 * first);
        }
    }
}
