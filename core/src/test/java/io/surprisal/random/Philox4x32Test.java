package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Philox4x32Test {
    @Test
    void givesTheKnownAnswersOfRandom123() {
        assertThat(block(0, 0, 0, 0, 0, 0)).isEqualTo("6627e8d5 e169c58d bc57ac4c 9b00dbd8");
        assertThat(block(-1, -1, -1, -1, -1, -1)).isEqualTo("408f276d 41c83b0e a20bc7c6 6d5451fd");
        assertThat(block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0))
                .isEqualTo("d16cfe09 94fdcceb 5001e420 24126ea1");
    }

    @Test
    void countsBlocksInTheFirstTwoWordsThenAttemptThenPurpose() {
        var whole = new Philox4x32();
        whole.compute(0x11111111, 0x22222222, 7, 3, 0x44444444, 0x33333333);
        var named = new Philox4x32();
        named.compute(RandomKey.of(0x33333333_44444444L), 0x22222222_11111111L, 7, Purpose.REJECTION);
        assertThat(named.firstPair()).isEqualTo(whole.firstPair());
        assertThat(named.secondPair()).isEqualTo(whole.secondPair());
    }

    private static String block(int c0, int c1, int c2, int c3, int k0, int k1) {
        var philox = new Philox4x32();
        philox.compute(c0, c1, c2, c3, k0, k1);
        long first = philox.firstPair();
        long second = philox.secondPair();
        return String.format(
                "%08x %08x %08x %08x", (int) first, (int) (first >>> 32), (int) second, (int) (second >>> 32));
    }
}
