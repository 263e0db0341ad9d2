package io.surprisal.special;

import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OwensTTest {
    @Test
    void atUnitSlopeItIsHalfTheProductOfTheTails() {
        for (double h = 0; h < 37; h += 0.7) {
            double expected = 0.5 * NormalProbability.cdf(h) * NormalProbability.cdf(-h);
            assertThat(OwensT.value(h, 1) / expected).isCloseTo(1, within(2e-15));
        }
    }

    @Test
    void isEvenInTheHeightAndOddInTheSlope() {
        assertThat(OwensT.value(-1.3, 2.2)).isEqualTo(OwensT.value(1.3, 2.2));
        assertThat(OwensT.value(1.3, -2.2)).isEqualTo(-OwensT.value(1.3, 2.2));
    }

    @Test
    void derivativeInTheSlopeIsTheIntegrand() {
        for (double a : new double[] {0.2, 0.9, 1.1, 3}) {
            double h = 1e-5;
            double difference = (OwensT.value(0.8, a + h) - OwensT.value(0.8, a - h)) / (2 * h);
            double integrand = Math.exp(-0.32 * (1 + a * a)) / (2 * Math.PI * (1 + a * a));
            assertThat(difference).isCloseTo(integrand, within(1e-9));
        }
    }

    @Test
    void edgesAreLimits() {
        assertThat(OwensT.value(0, 1)).isCloseTo(0.125, within(3e-17));
        assertThat(OwensT.value(0, POSITIVE_INFINITY)).isCloseTo(0.25, within(6e-17));
        assertThat(OwensT.value(1.5, POSITIVE_INFINITY)).isEqualTo(0.5 * NormalProbability.cdf(-1.5));
        assertThat(OwensT.value(POSITIVE_INFINITY, 1)).isZero();
        assertThat(OwensT.value(POSITIVE_INFINITY, POSITIVE_INFINITY)).isZero();
        assertThat(OwensT.value(2, 0)).isZero();
        assertThat(OwensT.value(NaN, 1)).isNaN();
        assertThat(OwensT.value(1, NaN)).isNaN();
    }
}
