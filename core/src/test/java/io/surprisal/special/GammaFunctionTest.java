package io.surprisal.special;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaFunctionTest {
    /** mpmath: 400 terms, then Euler–Maclaurin, at 120 digits. */
    @ParameterizedTest
    @CsvSource({
        "60, 3, 0.25, 6.4934430177483636361e+52",
        "100, 10000, 1, 9.3326215443944152682e-247",
        "150, 200, 1, 2.0015390410664058947e-85",
        "170, 100, 1, 7.2574156153079989674e-36",
        "171, 50, 0.0009765625, -257546375836783.16118",
        "200, 100, 1, 7.8865786736479050355e-28"
    })
    void differencesOfHighOrdersKeepTheirRange(int n, double x, double step, double expected) {
        assertThat(Polygamma.polygammaDifference(n, x, step)).isCloseTo(expected, withinPercentage(3e-12));
    }

    @Test
    void logGammaObeysTheRecurrence() {
        for (double x = 0.05; x < 40; x += 0.173) {
            assertThat(GammaFunction.logGamma(x + 1) - GammaFunction.logGamma(x))
                    .isCloseTo(Math.log(x), within(1e-15 * (4 + x * Math.log(2 + x))));
        }
    }

    @Test
    void gammaObeysTheReflectionFormula() {
        for (double x = 0.013; x < 1; x += 0.0371) {
            double product = GammaFunction.gamma(x) * GammaFunction.gamma(1 - x) * Math.sin(Math.PI * x) / Math.PI;
            assertThat(product).isCloseTo(1, within(8e-15));
        }
    }

    @Test
    void signTimesExponentialOfTheLogarithmIsGamma() {
        for (double x = -20.3; x < 20; x += 0.37) {
            double gamma = GammaFunction.sign(x) * Math.exp(GammaFunction.logGamma(x));
            assertThat(gamma / GammaFunction.gamma(x)).isCloseTo(1, within(5e-14));
        }
    }

    @Test
    void smallDifferencesAreDigammaTimesTheStep() {
        for (double x : new double[] {1e-10, 0.3, 1, 3, 9.99, 10, 1e5, 1e15}) {
            double step = 1e-13 * x;
            assertThat(GammaFunction.logGammaDifference(x, step))
                    .isCloseTo(step * Polygamma.digamma(x), within(Math.abs(step * Polygamma.digamma(x)) * 1e-11));
        }
    }

    @Test
    void digammaObeysItsReflectionAndRecurrence() {
        for (double x = 0.013; x < 0.5; x += 0.0371) {
            assertThat(Polygamma.digamma(1 - x) - Polygamma.digamma(x))
                    .isCloseTo(Math.PI / Math.tan(Math.PI * x), within(4e-14 / x));
            assertThat(Polygamma.digamma(x + 7) - Polygamma.digamma(x))
                    .isCloseTo(Polygamma.digammaDifference(x, 7), within(4e-14 / x));
        }
    }

    @Test
    void polygammaObeysTheReflectionFormulaForEveryParity() {
        double x = 0.3;
        double sine = Math.sin(Math.PI * x);
        double cotangent = Math.cos(Math.PI * x) / sine;
        double cubed = Math.PI * Math.PI * Math.PI;
        assertThat(Polygamma.polygamma(1, 1 - x) + Polygamma.polygamma(1, x))
                .isCloseTo(Math.PI * Math.PI / (sine * sine), within(1e-13));
        assertThat(Polygamma.polygamma(2, 1 - x) - Polygamma.polygamma(2, x))
                .isCloseTo(2 * cubed * cotangent / (sine * sine), within(1e-12));
        assertThat(Polygamma.polygamma(2, -x))
                .isCloseTo(Polygamma.polygamma(2, 1 - x) + 2 / Math.pow(x, 3), within(1e-12));
    }

    @Test
    void zetaAtOneIsRiemanns() {
        assertThat(HurwitzZeta.value(2, 1)).isCloseTo(Math.PI * Math.PI / 6, within(4e-16));
        assertThat(HurwitzZeta.value(4, 1)).isCloseTo(Math.pow(Math.PI, 4) / 90, within(4e-16));
        assertThat(HurwitzZeta.value(3, 2.5) + Math.pow(1.5, -3)).isCloseTo(HurwitzZeta.value(3, 1.5), within(4e-16));
    }

    @Test
    void exponentialIntegralDerivativeIsMinusItsIntegrand() {
        for (double x = 0.1; x < 30; x *= 1.3) {
            double h = 1e-5 * x;
            double difference = (ExponentialIntegral.e1(x + h) - ExponentialIntegral.e1(x - h)) / (2 * h);
            assertThat(difference * x * Math.exp(x)).isCloseTo(-1, within(1e-7));
        }
    }

    @Test
    void polesAndInfinitiesAreLimits() {
        assertThat(GammaFunction.gamma(0.0)).isEqualTo(POSITIVE_INFINITY);
        assertThat(GammaFunction.gamma(-0.0)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(GammaFunction.gamma(-3)).isNaN();
        assertThat(GammaFunction.gamma(172)).isEqualTo(POSITIVE_INFINITY);
        assertThat(GammaFunction.logGamma(0)).isEqualTo(POSITIVE_INFINITY);
        assertThat(GammaFunction.logGamma(-3)).isEqualTo(POSITIVE_INFINITY);
        assertThat(GammaFunction.logGamma(NEGATIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
        assertThat(GammaFunction.logGamma(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
        assertThat(GammaFunction.logGamma(1)).isZero();
        assertThat(GammaFunction.logGamma(2)).isZero();
        assertThat(GammaFunction.logGamma(NaN)).isNaN();
        assertThat(GammaFunction.sign(-3)).isNaN();
        assertThat(GammaFunction.sign(-0.0)).isEqualTo(-1);
        assertThat(GammaFunction.stirlingCorrection(0)).isEqualTo(POSITIVE_INFINITY);
        assertThat(GammaFunction.stirlingCorrection(POSITIVE_INFINITY)).isZero();
        assertThat(GammaFunction.stirlingCorrection(NaN)).isNaN();
        assertThat(GammaFunction.logGammaDifference(3, 0)).isZero();
        assertThat(GammaFunction.logGammaDifference(1e-300, 2)).isCloseTo(Math.log(1e-300), within(1e-12));
        assertThat(GammaFunction.logGammaDifference(-1, 2)).isNaN();
        assertThat(Polygamma.digamma(0.0)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(Polygamma.digamma(-0.0)).isEqualTo(POSITIVE_INFINITY);
        assertThat(Polygamma.digamma(-2)).isNaN();
        assertThat(Polygamma.digamma(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
        assertThat(Polygamma.trigamma(-2)).isEqualTo(POSITIVE_INFINITY);
        assertThat(Polygamma.trigamma(POSITIVE_INFINITY)).isZero();
        assertThat(Polygamma.polygamma(2, POSITIVE_INFINITY)).isZero();
        assertThat(Polygamma.polygamma(2, 0.0)).isEqualTo(NEGATIVE_INFINITY);
        assertThat(Polygamma.polygamma(3, -1)).isEqualTo(POSITIVE_INFINITY);
        assertThat(Polygamma.polygamma(2, -1)).isNaN();
        assertThat(Polygamma.polygamma(-1, 1)).isNaN();
        assertThat(Polygamma.polygammaDifference(0, 2, 3)).isEqualTo(Polygamma.digammaDifference(2, 3));
        assertThat(Polygamma.polygammaDifference(2, 3, 0)).isZero();
        assertThat(Polygamma.polygammaDifference(2, POSITIVE_INFINITY, 1)).isZero();
        assertThat(Polygamma.polygammaDifference(1, 3, POSITIVE_INFINITY)).isEqualTo(-Polygamma.trigamma(3));
        assertThat(Polygamma.polygammaDifference(1, -1, 2)).isNaN();
        assertThat(Polygamma.polygammaDifference(-1, 1, 2)).isNaN();
        assertThat(Polygamma.logMinusDigamma(POSITIVE_INFINITY)).isZero();
        assertThat(HurwitzZeta.value(1, 2)).isEqualTo(POSITIVE_INFINITY);
        assertThat(HurwitzZeta.value(2, 0)).isEqualTo(POSITIVE_INFINITY);
        assertThat(HurwitzZeta.value(0.5, 2)).isNaN();
        assertThat(HurwitzZeta.value(POSITIVE_INFINITY, 1)).isEqualTo(1);
        assertThat(HurwitzZeta.value(2, POSITIVE_INFINITY)).isZero();
        assertThat(ExponentialIntegral.e1(0)).isEqualTo(POSITIVE_INFINITY);
        assertThat(ExponentialIntegral.e1(POSITIVE_INFINITY)).isZero();
        assertThat(ExponentialIntegral.e1Scaled(POSITIVE_INFINITY)).isZero();
        assertThat(ExponentialIntegral.e1(-1)).isNaN();
    }
}
