package io.surprisal.special;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalProbabilityTest {
    @Test
    void tailsSumToOne() {
        for (double x = -9; x <= 9; x += 0.01) {
            assertThat(NormalProbability.cdf(x) + NormalProbability.cdf(-x)).isCloseTo(1, within(4e-16));
        }
    }

    @Test
    void errorFunctionInversesInvert() {
        for (double x = -5; x <= 5; x += 0.01) {
            assertThat(ErrorFunction.erfcInv(ErrorFunction.erfc(x)))
                    .isCloseTo(x, within(1e-15 * (1 + Math.exp(x * x) / 4)));
            assertThat(ErrorFunction.erf(ErrorFunction.erfInv(x / 5.01))).isCloseTo(x / 5.01, within(4e-16));
        }
    }

    @Test
    void quantileInvertsTheLogarithmInEveryRegime() {
        for (double x :
                new double[] {-1e150, -1e10, -500, -38, -34.6, -34.7, -3, -1, -0.7, -0.5, -1e-8, 0, 0.3, 0.9, 2, 8, 37
                }) {
            double logP = NormalProbability.logCdf(x);
            // One ulp of log Φ moves x by that much.
            double conditioned = Math.ulp(logP) / NormalProbability.logCdfDerivative(x);
            assertThat(NormalProbability.quantileOfLog(logP))
                    .isCloseTo(x, within(4 * Math.ulp(x) + 2 * conditioned + 2e-16));
        }
    }

    @Test
    void quantileOfTheLeastLogarithmsIsARoot() {
        // −√(−2 log p); log(√(2π) |x|) is nothing beside it.
        assertThat(NormalProbability.quantileOfLog(-8.9e307)).isEqualTo(-1.3341664064126334e154);
        assertThat(NormalProbability.quantileOfLog(-9e307)).isEqualTo(-1.3416407864998738e154);
        assertThat(NormalProbability.quantileOfLog(-Double.MAX_VALUE)).isEqualTo(-1.8961503816218352e154);
    }

    @Test
    void quantileIsMonotoneAcrossItsSeams() {
        for (double seam : new double[] {-0.25, -1.5, -600, -0x1p100, Math.log(0.25), Math.log(0.75)}) {
            double before = NormalProbability.quantileOfLog(seam - 1e-9 * Math.abs(seam));
            double after = NormalProbability.quantileOfLog(seam + 1e-9 * Math.abs(seam));
            assertThat(NormalProbability.quantileOfLog(seam)).isBetween(before, after);
        }
    }

    @Test
    void derivativeOfTheLogarithmMatchesDifferences() {
        for (double x = -40; x < 8; x += 0.31) {
            double h = 1e-5;
            double difference = (NormalProbability.logCdf(x + h) - NormalProbability.logCdf(x - h)) / (2 * h);
            assertThat(NormalProbability.logCdfDerivative(x)).isCloseTo(difference, within(1e-9 * (1 + x * x)));
        }
    }

    @Test
    void edgesAreLimits() {
        assertThat(NormalProbability.cdf(NEGATIVE_INFINITY)).isZero();
        assertThat(NormalProbability.cdf(POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalProbability.cdf(0)).isEqualTo(0.5);
        assertThat(NormalProbability.logCdf(NEGATIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(NormalProbability.logCdf(POSITIVE_INFINITY)).isZero();
        assertThat(NormalProbability.logCdf(-1e200)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(NormalProbability.logCdfDerivative(NEGATIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
        assertThat(NormalProbability.logCdfDerivative(POSITIVE_INFINITY)).isZero();
        assertThat(NormalProbability.quantile(0)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(NormalProbability.quantile(0.5)).isZero();
        assertThat(NormalProbability.quantile(1)).isEqualTo(POSITIVE_INFINITY);
        assertThat(NormalProbability.quantile(1.1)).isNaN();
        assertThat(NormalProbability.quantileOfLog(NEGATIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(NormalProbability.quantileOfLog(0)).isEqualTo(POSITIVE_INFINITY);
        assertThat(NormalProbability.quantileOfLog(0.1)).isNaN();
        assertThat(NormalProbability.quantileOfLog(NaN)).isNaN();
        assertThat(NormalProbability.logCdf(NaN)).isNaN();
        assertThat(NormalProbability.gaussian(NaN)).isNaN();
        assertThat(NormalProbability.gaussian(NEGATIVE_INFINITY)).isZero();
        assertThat(ErrorFunction.erfcx(POSITIVE_INFINITY)).isZero();
        assertThat(ErrorFunction.erfInv(1)).isEqualTo(POSITIVE_INFINITY);
        assertThat(ErrorFunction.erfInv(1.5)).isNaN();
        assertThat(ErrorFunction.erfcInv(2)).isEqualTo(NEGATIVE_INFINITY);
    }
}
