package io.surprisal.special;

import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MarcumQTest {
    @Test
    void orderOneAtEqualArgumentsIsElementary() {
        for (double a : new double[] {0.1, 1, 5, 9.99, 10.01, 50, 300}) {
            double expected = 0.5 * (1 + BesselI.i0e(a * a));
            assertThat(MarcumQ.upper(1, a, a)).isCloseTo(expected, within(2e-14));
        }
    }

    @Test
    void halfOrderIsTheFoldedNormal() {
        for (double a : new double[] {0.2, 3, 30}) {
            for (double b : new double[] {0.1, 2, 4, 29, 34}) {
                double expected = NormalProbability.cdf(a - b) + NormalProbability.cdf(-a - b);
                assertThat(MarcumQ.upper(0.5, a, b) / expected).isCloseTo(1, within(4e-13));
            }
        }
    }

    @Test
    void raisingTheOrderAddsOneBesselTerm() {
        for (double b : new double[] {1, 5, 20}) {
            double term = Math.exp(2.5 * Math.log(b / 4) - 0.5 * (b - 4) * (b - 4) + BesselI.logScaled(2.5, 4 * b));
            assertThat(MarcumQ.upper(3.5, 4, b)).isCloseTo(MarcumQ.upper(2.5, 4, b) + term, within(2e-14));
        }
    }

    @Test
    void edgesAreLimits() {
        assertThat(MarcumQ.upper(2, 1, 0)).isEqualTo(1);
        assertThat(MarcumQ.lower(2, 1, 0)).isZero();
        assertThat(MarcumQ.upper(2, 1, POSITIVE_INFINITY)).isZero();
        assertThat(MarcumQ.upper(2, POSITIVE_INFINITY, 3)).isEqualTo(1);
        assertThat(MarcumQ.upper(2, 0, 3)).isCloseTo(IncompleteGamma.upper(2, 4.5), within(1e-17));
        assertThat(MarcumQ.upper(0, 1, 1)).isNaN();
        assertThat(MarcumQ.upper(1, -1, 1)).isNaN();
        assertThat(MarcumQ.upper(1, POSITIVE_INFINITY, POSITIVE_INFINITY)).isNaN();
    }
}
