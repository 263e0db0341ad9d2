package io.surprisal.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.surprisal.benchmarks.peers.ours.OurVae;
import io.surprisal.benchmarks.peers.work.Work;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our side of what is compared, and bare oneDNN, which comes with it; PyTorch needs natives that the plain build does not fetch. */
class OurWorkTest {
    @ParameterizedTest
    @EnumSource(Job.class)
    void everyPieceOfWorkHasAFiniteResult(Job job) {
        try (Work work = job.open(Engine.OURS)) {
            work.run();
            assertThat(work.result()).isFinite().isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Job.class, names = "MATMUL_.*", mode = EnumSource.Mode.MATCH_ALL)
    void bareOneDnnComputesTheSameProducts(Job job) {
        try (Work ours = job.open(Engine.OURS);
                Work bare = job.open(Engine.ONEDNN)) {
            bare.run();
            assertThat(bare.result()).isCloseTo(ours.result(), withinPercentage(100 * job.band()));
        }
    }

    @Test
    void bareOneDnnMultipliesMatricesAlone() {
        assertThat(Arrays.stream(Job.values()).filter(job -> job.isFor(Engine.ONEDNN)))
                .containsExactly(Job.MATMUL_128_784_400, Job.MATMUL_128_400_784, Job.MATMUL_1024_1024_1024);
        assertThatThrownBy(() -> Job.EXP_1000.open(Engine.ONEDNN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "exp-1000 is not for onednn, which multiplies matrices and does nothing else. Compare with pytorch.");
    }

    @ParameterizedTest
    @EnumSource(Job.class)
    void loopsOverCommonsComputeTheSame(Job job) {
        if (!job.isFor(Engine.COMMONS)) {
            assertThatThrownBy(() -> job.open(Engine.COMMONS)).hasMessageContaining("is not for commons");
            return;
        }
        try (Work ours = job.open(Engine.OURS);
                Work loop = job.open(Engine.COMMONS)) {
            assertThat(loop.result()).isCloseTo(ours.result(), withinPercentage(100 * job.band()));
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
