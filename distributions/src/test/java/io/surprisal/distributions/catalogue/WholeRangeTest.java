package io.surprisal.distributions.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.surprisal.distributions.HasMoments;
import io.surprisal.distributions.Univariate;
import io.surprisal.distributions.constraints.Interval;
import io.surprisal.distributions.continuous.Cauchy;
import io.surprisal.distributions.continuous.StudentT;
import io.surprisal.distributions.family.Family;
import io.surprisal.tensor.Scope;
import io.surprisal.tensor.Tensor;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of valid parameters of any size, and at any number: no NaN, probabilities in [0, 1] that grow with x and have the sum 1, logarithms that are at most
 * 0, quantiles that grow and are inside the support. Nothing hangs.
 */
class WholeRangeTest extends OnFamilies {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static final long SEED = 20;

    private static final int EACH = 12;

    /** A thousand times what the functions of one distribution take. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final double[] PROBABILITIES = {
        0, Double.MIN_VALUE, 1e-310, 1e-300, 1e-100, 1e-10, 0.01, 0.25, 0.5, 0.75, 0.99, 1 - 1e-10, 1 - 0x1p-53, 1
    };

    private static final double[] LOGARITHMS = {
        -INFINITE,
        -1e308,
        -1e300,
        -1e100,
        -1e10,
        -1000,
        -700,
        -10,
        -1,
        -0.5,
        -1e-5,
        -1e-20,
        -1e-300,
        -Double.MIN_VALUE,
        0
    };

    private static final double[] SIZES = {
        0,
        Double.MIN_VALUE,
        1e-320,
        Double.MIN_NORMAL,
        1e-300,
        1e-100,
        1e-10,
        0.1,
        0.5,
        1,
        2,
        3,
        10,
        100,
        1e3,
        1e6,
        1e10,
        1e16,
        1e100,
        1e300,
        Double.MAX_VALUE,
        INFINITE
    };

    /** By how much of their size numbers may be out of order, from rounding at ill-conditioned parameters. */
    private static final double ROUNDING = 1e-9;

    /** Of large counts a probability and its complement are computed at places that rounding moves apart. */
    private static final double COMPLEMENT = 1e-7;

    @ParameterizedTest
    @MethodSource("ofCatalogue")
    void parametersFromAThousandthToAThousandHaveValuesEverywhere(Family<?> family) {
        checkRandom(family, 3, 3);
    }

    @ParameterizedTest
    @MethodSource("ofCatalogue")
    void parametersOfThirtyOrdersOfMagnitudeHaveValuesEverywhere(Family<?> family) {
        checkRandom(family, 30, 30);
    }

    @ParameterizedTest
    @MethodSource("ofCatalogue")
    void oneParameterOfAHundredOrdersOfMagnitudeAmongOrdinaryOnesHasValuesEverywhere(Family<?> family) {
        checkRandom(family, 3, 100);
    }

    private void checkRandom(Family<?> family, double span, double ofOne) {
        var parameters = new RandomParameters(family, backend, SEED);
        for (int i = 0; i < EACH; i++) {
            Point point = parameters.next(span, ofOne);
            String description = family.name() + " at " + point;
            assertTimeoutPreemptively(
                    LONG,
                    () -> Scope.run(() -> check(parameters.distribution(point).orElseThrow(), description)),
                    description);
        }
    }

    private void check(Univariate d, String description) {
        TreeSet<Double> places = new TreeSet<>();
        for (double size : SIZES) {
            places.add(size);
            places.add(-size);
        }
        Tensor p = doubles(PROBABILITIES);
        Tensor logP = doubles(LOGARITHMS);
        addQuantiles(d, description + " quantile", d.quantile(p), 1, places);
        addQuantiles(d, description + " inverseSurvival", d.inverseSurvival(p), -1, places);
        addQuantiles(d, description + " quantileOfLog", d.quantileOfLog(logP), 1, places);
        addQuantiles(d, description + " inverseSurvivalOfLog", d.inverseSurvivalOfLog(logP), -1, places);
        checkAt(d, description, places.stream().mapToDouble(x -> x).toArray());
        checkStatistics(d, description);
    }

    private void addQuantiles(Univariate d, String description, Tensor quantiles, int direction, Set<Double> places) {
        Interval support = range(d);
        // 0 more makes −0 the 0 that it is compared with.
        double low = support.low(scalar(0)).item() + 0.0;
        double high = support.high(scalar(0)).item() + 0.0;
        double[] x = quantiles.plus(0).toDoubles();
        for (double each : x) {
            assertThat(each).as(description).isNotNaN().isBetween(low, high);
            places.addAll(Arrays.asList(each, Math.nextUp(each), Math.nextDown(each)));
        }
        for (int i = 1; i < x.length; i++) {
            double lesser = direction > 0 ? x[i - 1] : x[i];
            double greater = direction > 0 ? x[i] : x[i - 1];
            assertThat(greater >= lesser || greater >= lesser - ROUNDING * Math.abs(lesser))
                    .as("%s %s after %s", description, x[i], x[i - 1])
                    .isTrue();
        }
    }

    private void checkAt(Univariate d, String description, double[] x) {
        Tensor places = doubles(x);
        double[] logProb = d.logProb(places).toDoubles();
        double[] cdf = d.cdf(places).toDoubles();
        double[] survival = d.survival(places).toDoubles();
        double[] logCdf = d.logCdf(places).toDoubles();
        double[] logSurvival = d.logSurvival(places).toDoubles();
        for (int i = 0; i < x.length; i++) {
            String here = description + " at x = " + x[i];
            assertThat(logProb[i])
                    .as("logProb, %s", here)
                    .isNotNaN()
                    .isLessThanOrEqualTo(isDiscrete(d) ? 1e-12 : INFINITE);
            assertThat(cdf[i]).as("cdf, %s", here).isBetween(0.0, 1.0);
            assertThat(survival[i]).as("survival, %s", here).isBetween(0.0, 1.0);
            assertThat(cdf[i] + survival[i]).as("cdf and survival, %s", here).isCloseTo(1, within(COMPLEMENT));
            assertThat(logCdf[i]).as("logCdf, %s", here).isNotNaN().isLessThanOrEqualTo(0);
            assertThat(logSurvival[i]).as("logSurvival, %s", here).isNotNaN().isLessThanOrEqualTo(0);
            if (i > 0) {
                assertThat(cdf[i]).as("cdf, %s", here).isGreaterThanOrEqualTo(cdf[i - 1] * (1 - ROUNDING) - 1e-300);
                assertThat(survival[i - 1])
                        .as("survival before, %s", here)
                        .isGreaterThanOrEqualTo(survival[i] * (1 - ROUNDING) - 1e-300);
            }
        }
    }

    private void checkStatistics(Univariate d, String description) {
        for (FamilyFunction function : FamilyFunction.values()) {
            if (function.isStatistic() && function.isOf(d) && !isUndefined(d, function)) {
                double value = function.of(d, scalar(0)).orElseThrow().item();
                assertThat(value).as("%s, %s", function.method(), description).isNotNaN();
            }
        }
    }

    /** Moments of Cauchy's tails on both sides; and standardised ones where the variance is 0 or infinite. */
    private static boolean isUndefined(Univariate d, FamilyFunction function) {
        boolean isStandardised = function == FamilyFunction.SKEWNESS || function == FamilyFunction.KURTOSIS;
        boolean isMoment = isStandardised || function == FamilyFunction.MEAN || function == FamilyFunction.VARIANCE;
        if (isMoment && d instanceof Cauchy) {
            return true;
        }
        if (isMoment && d instanceof StudentT t) {
            return t.df().item() <= (function == FamilyFunction.SKEWNESS ? 3 : isStandardised ? 2 : 1);
        }
        double variance = isStandardised
                ? d.capability(HasMoments.class).orElseThrow().variance().item()
                : 1;
        return !(variance > 0 && variance < INFINITE);
    }
}
