package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegerDrawsTest {
    private static final RandomKey KEY = RandomKey.of(5);

    @Test
    void multipliesTheFractionExactly() {
        long[] words = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0x0123456789abcdefL, 0xfedcba9876543210L};
        for (long range : words) {
            for (long high : words) {
                for (long low : words) {
                    var expected = unsigned(high)
                            .shiftLeft(64)
                            .add(unsigned(low))
                            .multiply(unsigned(range))
                            .shiftRight(128);
                    assertThat(unsigned(IntegerDraws.below(range, high, low))).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 100})
    void integersAreEquallyLikely(int range) {
        var target = new long[100_000];
        new IntegerDraws().fill(KEY, -5, range, 0, target, 0, target.length);
        var counts = new long[range];
        for (long value : target) {
            counts[(int) (value + 5)]++;
        }
        var probabilities = new double[range];
        Arrays.fill(probabilities, 1.0 / range);
        ChiSquare.assertAgrees(counts, probabilities);
    }

    @Test
    void reachesTheWholeRangeOfALong() {
        var target = new long[10_000];
        new IntegerDraws().fill(KEY, Long.MIN_VALUE, -1, 0, target, 0, target.length);
        var sample = Arrays.stream(target).mapToDouble(x -> (double) x).toArray();
        assertThat(target).doesNotContain(Long.MAX_VALUE);
        assertThat(Arrays.stream(sample).max().orElseThrow()).isGreaterThan(0.99 * Long.MAX_VALUE);
        assertThat(Arrays.stream(sample).min().orElseThrow()).isLessThan(0.99 * Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 10_000})
    void permutationsHoldEveryNumberOnce(int n) {
        var target = new long[n];
        new IntegerDraws().permutation(KEY, target);
        Arrays.sort(target);
        for (int i = 0; i < n; i++) {
            assertThat(target[i]).isEqualTo(i);
        }
    }

    @Test
    void permutationsAreEquallyLikely() {
        var counts = new long[24];
        var target = new long[4];
        var draws = new IntegerDraws();
        for (int draw = 0; draw < 50_000; draw++) {
            draws.permutation(KEY.foldIn(draw), target);
            int rank = 0;
            for (int i = 0; i < 4; i++) {
                int smaller = 0;
                for (int j = i + 1; j < 4; j++) {
                    smaller += target[j] < target[i] ? 1 : 0;
                }
                rank = rank * (4 - i) + smaller;
            }
            counts[rank]++;
        }
        var probabilities = new double[24];
        Arrays.fill(probabilities, 1.0 / 24);
        ChiSquare.assertAgrees(counts, probabilities);
    }

    private static BigInteger unsigned(long word) {
        return new BigInteger(Long.toUnsignedString(word));
    }
}
