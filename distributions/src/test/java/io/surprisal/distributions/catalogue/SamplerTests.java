package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.goodness.CountTest;
import io.surprisal.distributions.goodness.CumulativeDistance;
import io.surprisal.tensor.DType;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The tests of samplers, each with draws of which 0.02 are elsewhere, as it must see. A right sampler fails once in 10⁶ times. */
final class SamplerTests {
    private static final double FALSE_ALARM_RATE = 1e-6;
    private static final double PLANTED = 0.02;

    private SamplerTests() {}

    /** @param rounding the dtype of the draws */
    static void assertDistances(String description, Univariate law, double[] draws, DType rounding) {
        assertThat(isFar(CumulativeDistance.of(draws, law, rounding)))
                .as(description)
                .isFalse();
        assertThat(isFar(CumulativeDistance.of(planted(draws), law, rounding)))
                .as("power: " + description)
                .isTrue();
    }

    /** Of numbers that should be uniform on (0, 1), and hardly ever equal. */
    static void assertUniform(String description, double[] numbers) {
        assertThat(isFar(CumulativeDistance.toUniform(numbers))).as(description).isFalse();
        assertThat(isFar(CumulativeDistance.toUniform(planted(numbers))))
                .as("power: " + description)
                .isTrue();
    }

    private static boolean isFar(CumulativeDistance distance) {
        return distance.largest() > distance.bound(FALSE_ALARM_RATE);
    }

    static void assertCounts(String description, Univariate law, double[] draws) {
        assertThat(CountTest.of(draws, law).pValue()).as(description).isGreaterThan(FALSE_ALARM_RATE);
        assertThat(CountTest.of(planted(draws), law).pValue())
                .as("power: " + description)
                .isLessThan(FALSE_ALARM_RATE);
    }

    /** Every other of the draws, the least of them moved beyond all others. */
    private static double[] planted(double[] draws) {
        double[] sorted = IntStream.range(0, draws.length / 2)
                .mapToDouble(i -> draws[2 * i])
                .sorted()
                .toArray();
        Arrays.fill(sorted, 0, (int) (PLANTED * sorted.length), Double.MAX_VALUE);
        return sorted;
    }
}
