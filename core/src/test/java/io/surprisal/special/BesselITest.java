package io.surprisal.special;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BesselITest {
    @Test
    void recurrenceHoldsOnBothSidesOfTheSeam() {
        for (double x : new double[] {0.3, 5, 25, 29.5, 31, 80, 1e4}) {
            for (double order : new double[] {1, 2.5, 10, 28, 35}) {
                double left = BesselI.scaled(order - 1, x) - BesselI.scaled(order + 1, x);
                double right = 2 * order / x * BesselI.scaled(order, x);
                assertThat(left / BesselI.scaled(order - 1, x))
                        .isCloseTo(right / BesselI.scaled(order - 1, x), within(2e-13));
            }
        }
    }

    @Test
    void halfOrderIsElementary() {
        for (double x : new double[] {0.1, 1, 10, 29, 31, 500}) {
            double scaled = Math.sqrt(2 / (Math.PI * x)) * -Math.expm1(-2 * x) / 2;
            assertThat(BesselI.scaled(0.5, x) / scaled).isCloseTo(1, within(2e-15));
            assertThat(BesselI.ratio(1.5, x)).isCloseTo(1 / Math.tanh(x) - 1 / x, within(1e-14 / Math.min(1, x)));
        }
    }

    /** Twenty digits by mpmath. */
    @Test
    void debyeQuotientIsWhatTheLeadingTermLeaves() {
        double[][] points = {
            {0.0, 1.0, 0.15485289171185139047},
            {0.5, 0.25, -0.1175919082442057311},
            {1.0, 3.0, 0.034325731245762848302},
            {2.5, 0.001, -0.033162862091366625807},
            {7.0, 20.0, 0.004881529829404060572},
            {28.0, 2.0, -0.0029323737211396786583},
            {29.0, 29.0, 0.00047956685572792989789},
            {40.0, 0.1, -0.0020832518288632115846},
            {3.0, 700.0, 0.00017869204713487206431},
            {0.001, 1.0, 0.15452047044863186851}
        };
        for (double[] point : points) {
            assertThat(BesselI.logDebyeQuotient(point[0], point[1]))
                    .as("order %s at %s", point[0], point[1])
                    .isCloseTo(point[2], within(2e-15 * Math.max(1, point[0] < 1 ? 4 : 1)));
        }
        assertThat(BesselI.logDebyeQuotient(-1, 2)).isNaN();
    }

    @Test
    void derivativeMatchesDifferences() {
        for (double x : new double[] {0.7, 12, 40, 1000}) {
            double h = 1e-5 * x;
            double difference = (BesselI.log(3.3, x + h) - BesselI.log(3.3, x - h)) / (2 * h);
            assertThat(BesselI.logDerivative(3.3, x)).isCloseTo(difference, within(1e-8 * difference));
        }
    }

    @Test
    void edgesAreLimits() {
        assertThat(BesselI.i0e(0)).isEqualTo(1);
        assertThat(BesselI.i1e(0)).isZero();
        assertThat(BesselI.i1e(-2)).isEqualTo(-BesselI.i1e(2));
        assertThat(BesselI.i0e(-2)).isEqualTo(BesselI.i0e(2));
        assertThat(BesselI.scaled(1, POSITIVE_INFINITY)).isZero();
        assertThat(BesselI.log(0, 0)).isZero();
        assertThat(BesselI.log(2, 0)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(BesselI.log(2, POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
        assertThat(BesselI.logScaled(2, POSITIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(BesselI.ratio(2, 0)).isZero();
        assertThat(BesselI.ratio(2, POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(BesselI.logDerivative(0, 0)).isZero();
        assertThat(BesselI.logDerivative(2, 0)).isEqualTo(POSITIVE_INFINITY);
        assertThat(BesselI.scaled(-1, 2)).isNaN();
        assertThat(BesselI.log(1, -2)).isNaN();
        assertThat(BesselI.ratio(0, 1)).isNaN();
    }
}
