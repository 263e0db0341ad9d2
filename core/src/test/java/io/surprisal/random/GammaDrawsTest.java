package io.surprisal.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammaDrawsTest {
    private static final int DRAWS = 100_000;
    private static final RandomKey KEY = RandomKey.of(31);

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 1, 1.5, 7, 300, 1e6})
    void followsItsCdf(double concentration) {
        CdfAgreement.assertContinuous(
                draw(false, DRAWS, concentration), x -> RegularizedGamma.P.value(concentration, x));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 7})
    void logarithmsAreThoseOfTheDraws(double concentration) {
        double[] draws = draw(false, 1_000, concentration);
        double[] logs = draw(true, 1_000, concentration);
        for (int i = 0; i < 1_000; i++) {
            assertThat(Math.exp(logs[i])).isCloseTo(draws[i], Percentage.withPercentage(1e-11));
        }
    }

    /** For small a, −a·log x is a standard exponential number: P(log x < y) = P(a, eʸ) → e^(a·y) / Γ(a + 1) as eʸ → 0. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-30})
    void logarithmsOfTinyConcentrationsAreFiniteAndFollowTheirCdf(double concentration) {
        double[] logs = draw(true, DRAWS, concentration);
        assertThat(Arrays.stream(logs).allMatch(Double::isFinite)).isTrue();
        CdfAgreement.assertContinuous(logs, y -> Math.min(1, Math.exp(concentration * y)));
    }

    @Test
    void logarithmsStayFiniteForTheSmallestConcentrations() {
        for (double concentration : new double[] {Double.MIN_NORMAL, Double.MIN_VALUE}) {
            assertThat(Arrays.stream(draw(true, 1_000, concentration)).allMatch(Double::isFinite))
                    .isTrue();
        }
    }

    /** The gamma distribution is normal to within 1/(3√a) in the cdf. */
    @ParameterizedTest
    @ValueSource(doubles = {1e10, 1e25})
    void isNormalWhereTheConcentrationIsHuge(double concentration) {
        double deviation = Math.sqrt(concentration);
        double[] z = Arrays.stream(draw(false, DRAWS, concentration))
                .map(x -> (x - concentration) / deviation)
                .toArray();
        CdfAgreement.assertContinuous(z, x -> Erfc.value(-x / Math.sqrt(2)) / 2);
    }

    @Test
    void elementsDependOnTheirIndexAndTheirConcentrationAlone() {
        double[] concentrations = {0.3, 2, 0.9, 40, 1};
        var whole = new double[2_000];
        new GammaDraws().fill(KEY, concentrations, false, 0, whole, 0, whole.length);
        for (int piece : new int[] {1, 7, 256, 300}) {
            var pieces = new double[whole.length];
            for (int from = 0; from < whole.length; from += piece) {
                int to = Math.min(from + piece, whole.length);
                new GammaDraws().fill(KEY, concentrations, false, from, pieces, from, to - from);
            }
            assertThat(pieces).isEqualTo(whole);
        }
        var constant = new double[2_000];
        new GammaDraws().fill(KEY, new double[] {40}, false, 0, constant, 0, constant.length);
        assertThat(whole[8]).isEqualTo(constant[8]);
    }

    @Test
    void acceptsMostCandidates() {
        for (double concentration : new double[] {1e-300, 1, 1.01, 2, 1e3, 1e30}) {
            var gamma = new Gamma(concentration);
            int accepted = 0;
            for (int i = 0; i < 1_000; i++) {
                for (int j = 0; j < 100; j++) {
                    double normal = DoubleNormal.quantile((i + 0.5) / 1_000);
                    accepted += Double.isNaN(gamma.candidate(normal, (j + 0.5) / 100)) ? 0 : 1;
                }
            }
            assertThat(accepted / 1e5).as("concentration %s", concentration).isGreaterThan(0.95);
        }
    }

    /** Up to the least uniform number that passes the quick test, the exact one accepts. */
    @Test
    void theQuickTestPassesOnlyWhatTheExactOneAccepts() {
        for (double concentration : new double[] {1e-300, 1, 1.01, 2, 1e3, 1e30}) {
            var gamma = new Gamma(concentration);
            double d = Gamma.d(concentration);
            double c = Gamma.c(d);
            for (double x = -8; x <= 8; x += 1.0 / 64) {
                double most = Gamma.quickMargin(d, c * x, 0);
                if (most > 0 && c * x > -0.75) {
                    double uniform = Math.min(most, 1 - 0x1p-53) * (1 - 1e-12);
                    assertThat(gamma.candidate(x, uniform))
                            .as("a = %s, x = %s", concentration, x)
                            .isEqualTo(1 + c * x);
                }
            }
            assertThat(Gamma.quickMargin(d, -0.76, 0x1p-53)).isNegative();
        }
    }

    /** The power series and the closed form of the log acceptance, on both sides of where they meet. */
    @Test
    void decidesAlikeOnBothSidesOfTheSeries() {
        var gamma = new Gamma(4);
        double d = 4 - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        for (double e : new double[] {-0.0624, 0.0624, -0.0626, 0.0626}) {
            double x = e / c;
            double t = 1 + e;
            double log = 0.5 * x * x + d * (1 - t * t * t + 3 * Math.log(t));
            // Beyond the squeeze only the exact test decides.
            assertThat(gamma.candidate(x, Math.exp(log) * (1 - 1e-9))).isEqualTo(t);
            assertThat(gamma.candidate(x, Math.exp(log) * (1 + 1e-9))).isNaN();
        }
    }

    private static double[] draw(boolean logarithm, int n, double concentration) {
        var target = new double[n];
        new GammaDraws().fill(KEY, new double[] {concentration}, logarithm, 0, target, 0, target.length);
        return target;
    }
}
