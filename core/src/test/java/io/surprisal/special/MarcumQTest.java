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

    /**
     * Order, α, β, Q, P: the density with three terms of DLMF 10.41.3, integrated by mpmath 1.3.0 with 60 digits more than β has.
     */
    private static final double[][] FAR = {
        {1, 1e13, 1e13, 0.50000000000001994711, 0.49999999999998005289},
        {1, 1e13, 1e13 + 2, 0.022750131948181906749, 0.97724986805181809325},
        {2.5, 1e13, 1e13 - 3, 0.99865010196837079184, 0.001349898031629208157},
        {1, 0x1p56, 0x1p56 + 16, 6.3887544005380879933e-58, 1},
        {1e20, 1, 1.4142135623730951e10, 0.49999953670137657594, 0.50000046329862342406},
        {1e26, 1e13, 1.7320508075688773e13, 0.49988902187591784191, 0.50011097812408215809},
    };

    @Test
    void largeArgumentsKeepTheDigitsOfTheirDifference() {
        for (double[] point : FAR) {
            // The rounding of the logarithm is that of an exponent.
            double tolerance = 4e-15 - 4e-16 * Math.log(Math.min(point[3], point[4]));
            assertThat(MarcumQ.upper(point[0], point[1], point[2]) / point[3]).isCloseTo(1, within(tolerance));
            assertThat(MarcumQ.lower(point[0], point[1], point[2]) / point[4]).isCloseTo(1, within(tolerance));
        }
        assertThat(MarcumQ.logLower(1e300, 1e150, 1.7e150) / -7.7405929821553866396e296)
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void everyResultIsAProbability() {
        double[] lengths = {4.9e-324, 1e-300, 1e-160, 1e-8, 1, 1e8, 1e13, 1e19, 1e100, 1e154, 1e157, 1e200, 1.7e308};
        for (double order : new double[] {1e-300, 0.5, 1, 100, 1e20, 1e300, 1.7e308}) {
            for (double alpha : lengths) {
                for (double beta : lengths) {
                    double upper = MarcumQ.upper(order, alpha, beta);
                    double lower = MarcumQ.lower(order, alpha, beta);
                    assertThat(upper).as("Q(%s, %s, %s)", order, alpha, beta).isBetween(0.0, 1.0);
                    assertThat(upper + lower).isCloseTo(1, within(4e-16));
                }
            }
        }
        for (double a : new double[] {1e19, 1e100, 1e157, 1.7e308}) {
            assertThat(MarcumQ.upper(1, a, a)).isCloseTo(0.5, within(2e-16));
            assertThat(MarcumQ.lower(1, a, a)).isCloseTo(0.5, within(2e-16));
            assertThat(MarcumQ.upper(1, a, Math.nextUp(a))).isLessThan(1e-100);
        }
    }

    @Test
    void tailsWhoseSquaresUnderflowHaveLogarithms() {
        // P ≈ e^−z y^ν/Γ(ν + 1), z = α²/2, y = β²/2.
        assertThat(MarcumQ.logLower(0.5, 3, 1e-200))
                .isCloseTo(-4.5 + Math.log(Math.sqrt(2 / Math.PI)) - 200 * Math.log(10), within(2e-13));
        assertThat(MarcumQ.lower(0.5, 1e-300, 1e-300) / 7.978845608028654e-301).isCloseTo(1, within(1e-12));
        assertThat(MarcumQ.logLower(1, 1e-4, 1e-147) / (-294 * Math.log(10) - Math.log(2) - 5e-9))
                .isCloseTo(1, within(1e-15));
        assertThat(MarcumQ.upper(1, 1e-4, 1e-147)).isEqualTo(1);
        assertThat(MarcumQ.upper(1, 1e-170, 1)).isCloseTo(Math.exp(-0.5), within(1e-16));
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
