package io.surprisal.distributions.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.surprisal.distributions.OnReference;
import io.surprisal.random.RandomKey;
import io.surprisal.tensor.Shape;
import io.surprisal.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SkewNormalTest extends OnReference {
    /** An infinite skew is the half-normal distribution, and its reflection. */
    @Test
    void aSkewWhoseSquareOverflowsIsTheHalfNormal() {
        double mean = Math.sqrt(2 / Math.PI);
        SkewNormal huge = SkewNormal.of(scalar(0), scalar(1), doubles(1e200, -1e200, Double.MAX_VALUE));
        assertThat(huge.mean().toDoubles()).usingComparatorWithPrecision(1e-15).containsExactly(mean, -mean, mean);
        assertThat(huge.variance().toDoubles())
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(1 - 2 / Math.PI, 1 - 2 / Math.PI, 1 - 2 / Math.PI);
        Tensor draws = huge.sample(RandomKey.of(3), Shape.of(10_000));
        double[] ofFirst = draws.select(1, 0).toDoubles();
        // The standard error of the average of 10,000 draws is 0.006.
        assertThat(Arrays.stream(ofFirst).average().orElseThrow()).isCloseTo(mean, within(0.03));
        assertThat(Arrays.stream(ofFirst)).allMatch(x -> x > 0);
        assertThat(Arrays.stream(draws.select(1, 1).toDoubles())).allMatch(x -> x < 0);
        Tensor cdf = huge.cdf(doubles(1, -1, 1));
        double half = HalfNormal.of(scalar(1)).cdf(scalar(1)).item();
        assertThat(cdf.toDoubles()).usingComparatorWithPrecision(1e-14).containsExactly(half, 1 - half, half);
    }
}
