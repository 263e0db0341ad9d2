package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The Dvoretzky–Kiefer–Wolfowitz test of a sample against a cdf F: with probability 1 − α the empirical cdf stays within
 * √(log(2/α) / 2n) of F everywhere, whatever F is.
 */
final class CdfAgreement {
    private static final double FALSE_ALARM_RATE = 1e-6;
    /** A sampler as far off as this must fail. */
    private static final double DETECTED = 0.02;

    private CdfAgreement() {}

    /** Asserts that a sample of a continuous distribution agrees with its cdf, and disagrees with one that is 0.02 off. */
    static void assertContinuous(double[] sample, DoubleUnaryOperator cdf) {
        assertThat(sample).doesNotContain(Double.NaN);
        assertAgreement(sample, distance(sample, cdf, true), distance(sample, shifted(cdf), true));
    }

    /** Asserts that a sample of whole numbers agrees with its cdf, and disagrees with one that is 0.02 off. */
    static void assertDiscrete(double[] sample, DoubleUnaryOperator cdf) {
        assertThat(Arrays.stream(sample).allMatch(x -> x == Math.rint(x))).isTrue();
        assertAgreement(sample, distance(sample, cdf, false), distance(sample, shifted(cdf), false));
    }

    private static void assertAgreement(double[] sample, double distance, double distanceFromWrong) {
        double bound = Math.sqrt(Math.log(2 / FALSE_ALARM_RATE) / (2.0 * sample.length));
        assertThat(distance).isLessThanOrEqualTo(bound);
        assertThat(distanceFromWrong).as("power").isGreaterThan(bound);
    }

    private static DoubleUnaryOperator shifted(DoubleUnaryOperator cdf) {
        return x -> Math.min(1, cdf.applyAsDouble(x) + DETECTED);
    }

    private static double distance(double[] sample, DoubleUnaryOperator cdf, boolean continuous) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            if (continuous || i + 1 == n || sorted[i + 1] != sorted[i]) {
                double f = cdf.applyAsDouble(sorted[i]);
                distance = Math.max(distance, Math.abs((i + 1.0) / n - f));
                if (continuous) {
                    distance = Math.max(distance, Math.abs((double) i / n - f));
                }
            }
        }
        return distance;
    }
}
