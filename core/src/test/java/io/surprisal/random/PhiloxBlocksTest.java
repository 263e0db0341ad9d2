package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhiloxBlocksTest {
    private static final RandomKey KEY = RandomKey.of(0xa4093822_299f31d0L);

    @Test
    void equalsTheScalarBlocksForEveryRunLengthAndPurpose() {
        var run = new PhiloxBlocks();
        for (var purpose : Purpose.values()) {
            for (int count : new int[] {1, 2, 3, 15, 16, 17, 255, PhiloxBlocks.CAPACITY}) {
                expectScalarBlocks(run, 5, count, 0, purpose);
            }
        }
    }

    @Test
    void carriesIntoTheHighHalfOfTheBlockIndex() {
        expectScalarBlocks(new PhiloxBlocks(), 0xffff_ff80L, PhiloxBlocks.CAPACITY, -1, Purpose.DRAW);
        expectScalarBlocks(new PhiloxBlocks(), Long.MAX_VALUE - 300, PhiloxBlocks.CAPACITY, 127, Purpose.REJECTION);
    }

    private static void expectScalarBlocks(PhiloxBlocks run, long first, int count, int attempt, Purpose purpose) {
        long[] pairs = run.compute(KEY, first, count, attempt, purpose);
        var scalar = new Philox4x32();
        for (int i = 0; i < count; i++) {
            scalar.compute(KEY, first + i, attempt, purpose);
            assertThat(pairs[2 * i]).as("block %d", i).isEqualTo(scalar.firstPair());
            assertThat(pairs[2 * i + 1]).as("block %d", i).isEqualTo(scalar.secondPair());
        }
    }
}
