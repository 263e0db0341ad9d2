package io.surprisal.special;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IncompleteGammaTest {
    @Test
    void tailsSumToOneForShapesOfEverySize() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double a = Math.pow(10, random.nextDouble(-300, 300));
            double x = a * Math.exp(random.nextDouble(-3, 3) * Math.min(1, 3 / Math.sqrt(a)));
            double lower = IncompleteGamma.lower(a, x);
            double upper = IncompleteGamma.upper(a, x);
            assertThat(lower).as("P(%s, %s)", a, x).isBetween(0.0, 1.0);
            assertThat(lower + upper).as("P + Q at (%s, %s)", a, x).isCloseTo(1, within(4e-15));
            assertThat(IncompleteGamma.shapeDerivative(a, x))
                    .as("dP/da at (%s, %s)", a, x)
                    .isLessThanOrEqualTo(0);
        }
    }

    /** By mpmath, at exponents whose ulp is 1e-13. */
    @Test
    void densitiesKeepTheirDigitsFarFromTheMean() {
        assertThat(IncompleteGamma.density(645, 95.22817581695533) / 8.057724446095978845833308e-297)
                .isCloseTo(1, within(3e-15));
        assertThat(IncompleteGamma.density(2, 0)).isZero();
        assertThat(IncompleteGamma.density(2, POSITIVE_INFINITY)).isZero();
        assertThat(IncompleteGamma.density(-1, 1)).isNaN();
    }

    @Test
    void raisingTheShapeSubtractsOneDensity() {
        for (double a : new double[] {0.2, 1, 7.7, 33, 400}) {
            for (double ratio : new double[] {0.3, 0.8, 1, 1.4, 3}) {
                double x = a * ratio;
                double density = Math.exp(a * Math.log(x) - x - GammaFunction.logGamma(a + 1));
                assertThat(IncompleteGamma.lower(a + 1, x) + density)
                        .isCloseTo(IncompleteGamma.lower(a, x), within(1e-14 * (1 + a / 20)));
            }
        }
    }

    @Test
    void shapeOneIsExponential() {
        for (double x : new double[] {1e-300, 1e-5, 0.4, 1, 5, 700}) {
            assertThat(IncompleteGamma.upper(1, x) / Math.exp(-x)).isCloseTo(1, within(2e-15));
            assertThat(IncompleteGamma.logUpper(1, x)).isCloseTo(-x, within(2e-15 * x));
            assertThat(IncompleteGamma.lower(1, x) / -Math.expm1(-x)).isCloseTo(1, within(2e-15));
        }
    }

    @Test
    void inversesInvertEitherTailAndItsLogarithm() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 5_000; i++) {
            double a = Math.pow(10, random.nextDouble(-3, 12));
            double logP = -Math.pow(10, random.nextDouble(-10, 5));
            double x = IncompleteGamma.inverseLogLower(a, logP);
            if (x > 1e-290) {
                // One ulp of x moves log P by the density over P times that.
                double sensitivity = Math.exp(GammaTails.logDensity(a, x) - IncompleteGamma.logLower(a, x));
                assertThat(IncompleteGamma.logLower(a, x))
                        .as("a = %s, log p = %s", a, logP)
                        .isCloseTo(logP, within(1e-14 * Math.abs(logP) * (1 + sensitivity) + 2e-15 * sensitivity));
            }
            double q = random.nextDouble();
            double upper = IncompleteGamma.inverseUpper(a, q);
            if (upper > 1e-290) {
                double density = GammaTails.density(a, upper);
                assertThat(IncompleteGamma.upper(a, upper)).isCloseTo(q, within(2e-14 + 2e-15 * density));
            }
        }
    }

    @Test
    void shapeDerivativeMatchesDifferences() {
        for (double a : new double[] {0.02, 0.7, 3, 25, 900}) {
            for (double ratio : new double[] {0.5, 0.9, 1.1, 2}) {
                double x = a * ratio;
                double h = 1e-4 * Math.min(1, a);
                double difference = (IncompleteGamma.lower(a + h, x) - IncompleteGamma.lower(a - h, x)) / (2 * h);
                assertThat(IncompleteGamma.shapeDerivative(a, x))
                        .isCloseTo(difference, within(2e-7 * (Math.abs(difference) + 1e-3)));
            }
        }
    }

    @Test
    void logQuantileDerivativeSurvivesAnUnderflownQuantile() {
        double a = 1e-6;
        double logX = -1e6;
        assertThat(IncompleteGamma.logQuantileShapeDerivative(a, logX))
                .isCloseTo((Polygamma.digamma(1 + a) - logX) / a, within(1e-2));
        double derivative = IncompleteGamma.logQuantileShapeDerivative(2.5, Math.log(1.7));
        double implicit = -IncompleteGamma.shapeDerivative(2.5, 1.7) / GammaTails.density(2.5, 1.7);
        assertThat(derivative).isCloseTo(implicit, within(1e-14));
    }

    @Test
    void edgesAreLimits() {
        assertThat(IncompleteGamma.lower(2, 0)).isZero();
        assertThat(IncompleteGamma.lower(2, POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(IncompleteGamma.lower(0, 1)).isEqualTo(1);
        assertThat(IncompleteGamma.upper(0, 1)).isZero();
        assertThat(IncompleteGamma.lower(0, 0)).isNaN();
        assertThat(IncompleteGamma.lower(POSITIVE_INFINITY, 3)).isZero();
        assertThat(IncompleteGamma.lower(POSITIVE_INFINITY, POSITIVE_INFINITY)).isNaN();
        assertThat(IncompleteGamma.lower(-1, 1)).isNaN();
        assertThat(IncompleteGamma.upper(1, -1)).isNaN();
        assertThat(IncompleteGamma.logLower(2, 0)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(IncompleteGamma.logUpper(2, 0)).isZero();
        assertThat(IncompleteGamma.logUpper(2, POSITIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(IncompleteGamma.inverseLower(2, 0)).isZero();
        assertThat(IncompleteGamma.inverseLower(2, 1)).isEqualTo(POSITIVE_INFINITY);
        assertThat(IncompleteGamma.inverseUpper(2, 0)).isEqualTo(POSITIVE_INFINITY);
        assertThat(IncompleteGamma.inverseUpper(2, 1)).isZero();
        assertThat(IncompleteGamma.inverseLower(2, 1.5)).isNaN();
        assertThat(IncompleteGamma.inverseLogLower(2, 0.5)).isNaN();
        assertThat(IncompleteGamma.inverseLower(2, NaN)).isNaN();
        assertThat(IncompleteGamma.shapeDerivative(2, 0)).isZero();
        assertThat(IncompleteGamma.shapeDerivative(0, 1)).isNaN();
    }

    @Test
    void quantilesOfUnspeakablySmallProbabilitiesHaveTheirDigits() {
        // mpmath 1.3.0, 40 digits.
        assertThat(IncompleteGamma.inverseLogUpper(9, -1e10)).isCloseTo(10000000173.602204676, within(2e-6));
        assertThat(IncompleteGamma.inverseLogUpper(9, -1e150)).isEqualTo(1e150);
        assertThat(IncompleteGamma.inverseLogUpper(2, -1e200)).isEqualTo(1e200);
        assertThat(IncompleteGamma.inverseLogUpper(2, -1e300)).isEqualTo(1e300);
    }
}
