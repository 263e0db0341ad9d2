package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostDrawsTest {
    private static final RandomKey KEY = RandomKey.of(0x2545f491_4f6cdd1dL);
    private static final int LENGTH = 5_000;
    private static final DrawKind[] KINDS = DrawKind.values();

    private final HostDraws draws = HostDraws.create();

    @Test
    void takesOneWordPerFloatAndTwoPerDouble() {
        var philox = new Philox4x32();
        philox.compute(KEY, 3, 0, Purpose.DRAW);
        long[] pairs = {philox.firstPair(), philox.secondPair()};
        var floats = new float[4];
        draws.fill(DrawKind.UNIFORM, KEY, 12, floats, 0, 4);
        for (int lane = 0; lane < 4; lane++) {
            int word = (int) (pairs[lane / 2] >>> (32 * (lane % 2)));
            assertThat(floats[lane]).isEqualTo((float) (((word >>> 9) + 0.5) * 0x1p-23));
        }
        var doubles = new double[2];
        draws.fill(DrawKind.UNIFORM, KEY, 6, doubles, 0, 2);
        for (int lane = 0; lane < 2; lane++) {
            // Both summands have at most 53 bits, and so has their sum.
            assertThat(doubles[lane]).isEqualTo((pairs[lane] >>> 12) * 0x1p-52 + 0x1p-53);
        }
    }

    @ParameterizedTest
    @EnumSource
    void floatElementsDependOnTheirIndexAlone(DrawKind kind) {
        var whole = new float[LENGTH];
        draws.fill(kind, KEY, 0, whole, 0, LENGTH);
        for (int piece : new int[] {1, 3, 4, 7, 64, 1_023, 1_024, 1_025}) {
            var pieces = new float[LENGTH];
            for (int from = 0; from < LENGTH; from += piece) {
                draws.fill(kind, KEY, from, pieces, from, Math.min(piece, LENGTH - from));
            }
            assertThat(pieces).as("pieces of %d", piece).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doubleElementsDependOnTheirIndexAlone(DrawKind kind) {
        var whole = new double[LENGTH];
        draws.fill(kind, KEY, 0, whole, 0, LENGTH);
        for (int piece : new int[] {1, 2, 3, 7, 64, 511, 512, 513}) {
            var pieces = new double[LENGTH];
            for (int from = 0; from < LENGTH; from += piece) {
                draws.fill(kind, KEY, from, pieces, from, Math.min(piece, LENGTH - from));
            }
            assertThat(pieces).as("pieces of %d", piece).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reachesElementsBeyondTheRangeOfAnInt(DrawKind kind) {
        long from = 1L << 40;
        var window = new float[10];
        draws.fill(kind, KEY, from, window, 0, 10);
        var shifted = new float[9];
        draws.fill(kind, KEY, from + 1, shifted, 0, 9);
        assertThat(shifted).isEqualTo(Arrays.copyOfRange(window, 1, 10));
        var start = new float[10];
        draws.fill(kind, KEY, 0, start, 0, 10);
        assertThat(window).isNotEqualTo(start);
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheRestOfTheTargetAlone(DrawKind kind) {
        var target = new double[20];
        Arrays.fill(target, -7);
        draws.fill(kind, KEY, 3, target, 5, 10);
        assertThat(Arrays.copyOfRange(target, 0, 5)).containsOnly(-7);
        assertThat(Arrays.copyOfRange(target, 5, 15)).doesNotContain(-7);
        assertThat(Arrays.copyOfRange(target, 15, 20)).containsOnly(-7);
        draws.fill(kind, KEY, 3, target, 20, 0);
    }

    @Test
    void drawsAreEqualOnAnyNumberOfThreads() throws InterruptedException {
        var whole = new float[LENGTH];
        draws.fill(DrawKind.NORMAL, KEY, 0, whole, 0, LENGTH);
        for (int threads : new int[] {2, 8}) {
            var shared = new float[LENGTH];
            int share = LENGTH / threads;
            var workers = new Thread[threads];
            for (int t = 0; t < threads; t++) {
                int from = t * share;
                workers[t] = new Thread(() -> HostDraws.create().fill(DrawKind.NORMAL, KEY, from, shared, from, share));
                workers[t].start();
            }
            for (var worker : workers) {
                worker.join();
            }
            assertThat(shared).isEqualTo(whole);
        }
    }

    @Test
    void bernoulliComparesTheUniformOfTheSameElement() {
        var uniform = new float[LENGTH];
        draws.fill(DrawKind.UNIFORM, KEY, 9, uniform, 0, LENGTH);
        var probabilities = new float[LENGTH + 1];
        draws.fill(DrawKind.UNIFORM, KEY.foldIn(1), 0, probabilities, 1, LENGTH);
        probabilities[1] = uniform[0];
        probabilities[2] = Math.nextUp(uniform[1]);
        var outcome = new float[LENGTH];
        draws.bernoulli(KEY, 9, probabilities, 1, outcome, 0, LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            assertThat(outcome[i]).isEqualTo(uniform[i] < probabilities[i + 1] ? 1f : 0f);
        }
        assertThat(outcome[0]).isZero();
        assertThat(outcome[1]).isOne();
        draws.bernoulli(KEY, 9, 0.3f, outcome, 0, LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            assertThat(outcome[i]).isEqualTo(uniform[i] < 0.3f ? 1f : 0f);
        }
    }

    @Test
    void bernoulliComparesTheDoubleUniformOfTheSameElement() {
        var uniform = new double[LENGTH];
        draws.fill(DrawKind.UNIFORM, KEY, 9, uniform, 0, LENGTH);
        var probabilities = new double[LENGTH + 1];
        draws.fill(DrawKind.UNIFORM, KEY.foldIn(1), 0, probabilities, 1, LENGTH);
        var outcome = new double[LENGTH];
        draws.bernoulli(KEY, 9, probabilities, 1, outcome, 0, LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            assertThat(outcome[i]).isEqualTo(uniform[i] < probabilities[i + 1] ? 1.0 : 0.0);
        }
        draws.bernoulli(KEY, 9, 0.3, outcome, 0, LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            assertThat(outcome[i]).isEqualTo(uniform[i] < 0.3 ? 1.0 : 0.0);
        }
    }

    @Test
    void bernoulliIsCertainAtZeroAndOne() {
        var outcome = new float[LENGTH];
        draws.bernoulli(KEY, 0, 0f, outcome, 0, LENGTH);
        assertThat(outcome).containsOnly(0f);
        draws.bernoulli(KEY, 0, -0f, outcome, 0, LENGTH);
        assertThat(outcome).containsOnly(0f);
        draws.bernoulli(KEY, 0, 1f, outcome, 0, LENGTH);
        assertThat(outcome).containsOnly(1f);
    }

    @Test
    void allocatesNothingAfterItsCreation() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long beforeFma = threads.getCurrentThreadAllocatedBytes();
        float fused = Math.fma(1.1f, 1.2f, 1.3f);
        // Without the instruction, Java computes it with BigDecimal.
        assumeThat(threads.getCurrentThreadAllocatedBytes() - beforeFma)
                .as("allocated for %s", fused)
                .isLessThan(100);
        var floats = new float[LENGTH];
        var doubles = new double[LENGTH];
        long allocated = Long.MAX_VALUE;
        // The first rounds load classes.
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (var kind : KINDS) {
                draws.fill(kind, KEY, 0, floats, 0, LENGTH);
                draws.fill(kind, KEY, 0, doubles, 0, LENGTH);
            }
            draws.bernoulli(KEY, 0, 0.5f, floats, 0, LENGTH);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated).isLessThan(LENGTH);
    }

    @Test
    void rejectsWhatIsNoProbability() {
        for (double p : new double[] {-1e-9, 1.5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> draws.bernoulli(KEY, 0, p, new double[1], 0, 1))
                    .withMessage("bernoulli: the probability must be in [0, 1], but is " + p
                            + ". Apply the sigmoid to logits first.");
        }
    }

    @Test
    void rejectsNegativeElementsAndPlacesOutsideTheTarget() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draws.fill(DrawKind.UNIFORM, KEY, -1, new float[4], 0, 4))
                .withMessage("draw: the first element must not be negative, but is -1. Count elements from 0.");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> draws.fill(DrawKind.UNIFORM, KEY, 0, new float[4], 1, 4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> draws.bernoulli(KEY, 0, new float[3], 0, new float[4], 0, 4));
    }
}
