package io.surprisal.special;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IncompleteBetaTest {
    @Test
    void tailsSumToOneForShapesOfEverySize() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double a = Math.pow(10, random.nextDouble(-300, 300));
            double b = Math.pow(10, random.nextDouble(-300, 300));
            double x = random.nextDouble();
            if (i % 2 == 0) {
                double spread = 2 * Math.sqrt(1 / a + 1 / b);
                double odds = a / b * Math.exp(random.nextDouble(-1, 1) * Math.min(100, spread));
                x = odds < 1e300 ? odds / (1 + odds) : x;
            }
            if (x > 0 && x < 1) {
                double lower = IncompleteBeta.lower(a, b, x);
                assertThat(lower).as("I(%s, %s, %s)", a, b, x).isBetween(0.0, 1.0);
                assertThat(lower + IncompleteBeta.upper(a, b, x))
                        .as("sum at (%s, %s, %s)", a, b, x)
                        .isCloseTo(1, within(4e-15));
                assertThat(IncompleteBeta.firstShapeDerivative(a, b, x)).isLessThanOrEqualTo(0);
                assertThat(IncompleteBeta.secondShapeDerivative(a, b, x)).isGreaterThanOrEqualTo(0);
            }
        }
    }

    /** By mpmath, at exponents of about −450 and −400. */
    @Test
    void densitiesKeepTheirDigitsFarFromTheMiddle() {
        assertThat(IncompleteBeta.density(200, 300, 0.02, 0.98) / 2.273630768954955265986883e-196)
                .isCloseTo(1, within(3e-15));
        assertThat(IncompleteBeta.density(300, 200, 0.98, 0.02) / 2.273630768954955265986883e-196)
                .isCloseTo(1, within(3e-15));
        assertThat(IncompleteBeta.density(5, 1000, 0.3471, 1 - 0.3471) / 1.489590438451915326202231e-174)
                .isCloseTo(1, within(3e-15));
        assertThat(IncompleteBeta.density(2, 3, 0, 1)).isZero();
        assertThat(IncompleteBeta.density(2, 3, 1, 0)).isZero();
        assertThat(IncompleteBeta.density(2, -1, 0.5, 0.5)).isNaN();
    }

    @Test
    void unitShapesArePowers() {
        for (double x : new double[] {1e-200, 1e-3, 0.3, 0.6, 0.97}) {
            for (double a : new double[] {1e-3, 0.7, 4, 50, 3000}) {
                assertThat(IncompleteBeta.logLower(a, 1, x))
                        .isCloseTo(a * Math.log(x), within(1e-15 - 1e-15 * a * Math.log(x)));
                assertThat(IncompleteBeta.logUpper(1, a, x))
                        .isCloseTo(a * Math.log1p(-x), within(2e-15 * a * Math.abs(Math.log1p(-x))));
            }
        }
    }

    @Test
    void isOneHalfAtTheCentreOfEverySymmetricDistribution() {
        for (double s : new double[] {1e-300, 1e-3, 0.5, 1, 3, 100, 1e8, 1e300}) {
            assertThat(IncompleteBeta.lower(s, s, 0.5)).isEqualTo(0.5);
        }
    }

    @Test
    void medianOfEverySymmetricDistributionIsItsCentre() {
        for (double s : new double[] {0.5, 1, 3, 100, 1e8, 1e15}) {
            assertThat(IncompleteBetaInverse.ofLower(s, s, 0.5)).isCloseTo(0.5, within(1e-15));
        }
    }

    /** mpmath, 60 digits; b times these arguments has only a few digits. */
    @Test
    void subnormalArgumentsKeepTheirDigits() {
        double a = 0.8204484631418401;
        double b = 324.6783476393087;
        double[][] expected = {
            {Double.MIN_VALUE, 6.8015180992310054325e-264, 5.2014573260932520281e-80},
            {1e-323, 1.2011173915753681551e-263, 6.1856100605731239777e-80},
            {1e-320, 3.5089823870588607879e-261, 3.4888127983464193266e-79},
            {1e-315, 4.4404549701981479593e-257, 6.2041012297782634599e-78},
        };
        for (double[] line : expected) {
            assertThat(IncompleteBeta.lower(a, b, line[0])).isCloseTo(line[1], within(5e-14 * line[1]));
            assertThat(IncompleteBeta.lower(0.25, 1e6, line[0])).isCloseTo(line[2], within(5e-14 * line[2]));
        }
    }

    @Test
    void raisingTheFirstShapeSubtractsOneDensity() {
        for (double a : new double[] {0.2, 3, 40}) {
            for (double b : new double[] {0.1, 5, 90}) {
                double x = a / (a + b);
                double density = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - BetaFunction.logBeta(a, b)) / a;
                assertThat(IncompleteBeta.lower(a + 1, b, x) + density)
                        .isCloseTo(IncompleteBeta.lower(a, b, x), within(1e-14));
            }
        }
    }

    @Test
    void inversesInvertEitherTailAndItsLogarithm() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 5_000; i++) {
            double a = Math.pow(10, random.nextDouble(-2, 8));
            double b = Math.pow(10, random.nextDouble(-2, 8));
            double logP = -Math.pow(10, random.nextDouble(-10, 4));
            double x = IncompleteBetaInverse.ofLogLower(a, b, logP);
            if (x > 1e-290 && x < 0.9) {
                double sensitivity = Math.exp(BetaDensity.log(a, b, x, 1 - x) - IncompleteBeta.logLower(a, b, x));
                assertThat(IncompleteBeta.logLower(a, b, x))
                        .as("a = %s, b = %s, log p = %s", a, b, logP)
                        .isCloseTo(logP, within(1e-14 * Math.abs(logP) * (1 + sensitivity) + 1e-14 * sensitivity));
            }
        }
    }

    @Test
    void quantilesOfConcentratedMassAreReachedInBothEnds() {
        // mpmath: exp(log quantile) of Beta(0.01, 0.01) at 0.23; the mirrored one is one minus it.
        assertThat(IncompleteBetaInverse.ofLower(0.01, 0.01, 0.23)).isCloseTo(1.85670155448504874e-34, within(2e-47));
        assertThat(IncompleteBetaInverse.ofUpper(0.01, 0.01, 0.23)).isEqualTo(1);
        assertThat(IncompleteBetaInverse.ofUpper(2, 3, 0.3))
                .isCloseTo(1 - IncompleteBetaInverse.ofLower(3, 2, 0.3), within(2e-16));
        assertThat(IncompleteBetaInverse.ofLogUpper(2, 3, -2))
                .isCloseTo(IncompleteBetaInverse.ofUpper(2, 3, Math.exp(-2)), within(1e-15));
    }

    @Test
    void shapeDerivativesMatchDifferences() {
        for (double a : new double[] {0.05, 0.8, 3, 60}) {
            for (double b : new double[] {0.07, 0.9, 4, 200}) {
                for (double x : new double[] {0.02, 0.3, 0.6, 0.95}) {
                    double h = 1e-4 * Math.min(1, Math.min(a, b));
                    double first = (IncompleteBeta.lower(a + h, b, x) - IncompleteBeta.lower(a - h, b, x)) / (2 * h);
                    double second = (IncompleteBeta.lower(a, b + h, x) - IncompleteBeta.lower(a, b - h, x)) / (2 * h);
                    assertThat(IncompleteBeta.firstShapeDerivative(a, b, x))
                            .isCloseTo(first, within(2e-7 * (Math.abs(first) + 1e-3)));
                    assertThat(IncompleteBeta.secondShapeDerivative(a, b, x))
                            .isCloseTo(second, within(2e-7 * (Math.abs(second) + 1e-3)));
                }
            }
        }
    }

    @Test
    void logitQuantileDerivativeSurvivesAnUnderflownQuantile() {
        double logit = -5000;
        double expected = (Polygamma.digamma(1.01) - Polygamma.digamma(0.03) - logit) / 0.01;
        assertThat(IncompleteBeta.logitQuantileFirstShapeDerivative(0.01, 0.02, logit))
                .isCloseTo(expected, within(1e-8));
        double implicit = -IncompleteBeta.firstShapeDerivative(2, 3, 0.4) / BetaDensity.value(2, 3, 0.4, 0.6);
        assertThat(IncompleteBeta.logitQuantileFirstShapeDerivative(2, 3, Math.log(0.4 / 0.6)))
                .isCloseTo(implicit, within(1e-14));
    }

    @Test
    void edgesAreLimits() {
        assertThat(IncompleteBeta.lower(2, 3, 0)).isZero();
        assertThat(IncompleteBeta.lower(2, 3, 1)).isEqualTo(1);
        assertThat(IncompleteBeta.lower(0, 3, 0.5)).isEqualTo(1);
        assertThat(IncompleteBeta.lower(3, 0, 0.5)).isZero();
        assertThat(IncompleteBeta.lower(3, POSITIVE_INFINITY, 0.5)).isEqualTo(1);
        assertThat(IncompleteBeta.lower(0, 0, 0.5)).isNaN();
        assertThat(IncompleteBeta.lower(2, 3, 1.1)).isNaN();
        assertThat(IncompleteBeta.lower(-2, 3, 0.5)).isNaN();
        assertThat(IncompleteBeta.lower(2, 3, NaN)).isNaN();
        assertThat(IncompleteBeta.logLower(2, 3, 0)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(IncompleteBeta.logUpper(2, 3, 0)).isZero();
        assertThat(IncompleteBetaInverse.ofLower(2, 3, 0)).isZero();
        assertThat(IncompleteBetaInverse.ofLower(2, 3, 1)).isEqualTo(1);
        assertThat(IncompleteBetaInverse.ofLower(2, 3, -0.1)).isNaN();
        assertThat(IncompleteBetaInverse.ofLower(0, 3, 0.1)).isNaN();
        assertThat(IncompleteBetaInverse.ofLogLower(2, 3, NEGATIVE_INFINITY)).isZero();
        assertThat(IncompleteBetaInverse.ofLogUpper(2, 3, 0)).isZero();
        assertThat(BetaFunction.logBeta(0, 2)).isEqualTo(POSITIVE_INFINITY);
        assertThat(BetaFunction.logBeta(2, POSITIVE_INFINITY)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(BetaFunction.value(2, 3)).isCloseTo(1.0 / 12, within(3e-17));
        assertThat(BetaFunction.value(-2, 3)).isNaN();
    }
}
